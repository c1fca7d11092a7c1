'use strict';
const os = require('os');

const hidden = /(key|token|secret|passw|auth)/i;

function environment(env) {
  return Object.keys(env).sort().map((key) => `${key}=${hidden.test(key) ? '***' : env[key]}`);
}

module.exports = function report({ full = false } = {}) {
  const cpus = os.cpus();
  const lines = [
    `node ${process.version} on ${os.platform()} ${os.release()} ${os.arch()}`,
    `${cpus.length} x ${cpus[0] ? cpus[0].model : 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    `up ${Math.round(os.uptime() / 3600)} h, load ${os.loadavg().map((n) => n.toFixed(2)).join(' ')}`,
  ];
  return full ? lines.concat(environment(process.env)).join('\n') : lines.join('\n');
};
