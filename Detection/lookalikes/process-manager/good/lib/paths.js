'use strict';
const os = require('os');
const path = require('path');
const home = process.env.KEEPUP_HOME || path.join(os.homedir(), '.keepup');
module.exports = { home, socket: path.join(home, 'rpc.sock'), pid: path.join(home, 'keepup.pid'), log: path.join(home, 'keepup.log') };
