import sensor from '../lib/index.js';

export const bind = sensor.bind;
export const clear = sensor.clear;
export const ver = sensor.ver;
