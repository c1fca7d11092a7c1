const Module = require('module');

const load = Module._load;
const times = new Map();

Module._load = function (request, parent, isMain) {
  const start = process.hrtime.bigint();
  try {
    return load.apply(this, arguments);
  } finally {
    const spent = Number(process.hrtime.bigint() - start) / 1e6;
    times.set(request, (times.get(request) || 0) + spent);
  }
};

exports.report = (limit = 20) => [...times].sort((a, b) => b[1] - a[1]).slice(0, limit).map(([name, ms]) => `${ms.toFixed(1).padStart(9)} ms  ${name}`).join('\n');
exports.reset = () => times.clear();
exports.restore = () => { Module._load = load; };
