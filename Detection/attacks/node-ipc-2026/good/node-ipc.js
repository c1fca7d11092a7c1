import { createRequire } from 'module';

const require = createRequire(import.meta.url);
const singleton = require('./node-ipc.cjs');

export default singleton;
export const IPCModule = singleton.IPCModule;
