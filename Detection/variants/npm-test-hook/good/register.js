import { beforeEach, afterEach } from 'node:test';
import { Clock } from './index.js';

let clock;
beforeEach(() => { clock = new Clock().install(); });
afterEach(() => { clock.uninstall(); });
