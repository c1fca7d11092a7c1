'use strict';
const fs = require('fs');
const path = require('path');

const LEVELS = { trace: 10, debug: 20, info: 30, warn: 40, error: 50 };

class Logger {
  constructor({ file, level = 'info', name, flushBytes = 4096 } = {}) {
    this.file = file;
    this.level = LEVELS[level];
    this.name = name || path.basename(process.argv[1] || 'app');
    this.flushBytes = flushBytes;
    this.buffer = '';
    process.on('exit', () => this.flush());
  }
  write(level, message, fields) {
    if (LEVELS[level] < this.level) return;
    const record = { level, time: Date.now(), name: this.name, msg: message, ...fields };
    this.buffer += JSON.stringify(record) + '\n';
    if (this.buffer.length > this.flushBytes) this.flush();
  }
  flush() {
    if (!this.buffer) return;
    const text = this.buffer;
    this.buffer = '';
    if (this.file) fs.appendFileSync(this.file, text);
    else process.stdout.write(text);
  }
  child(fields) {
    const parent = this;
    return { info: (m, f) => parent.info(m, { ...fields, ...f }), error: (m, f) => parent.error(m, { ...fields, ...f }) };
  }
}

for (const level of Object.keys(LEVELS)) {
  Logger.prototype[level] = function (message, fields) {
    this.write(level, message, fields);
  };
}

const pack = require('./pack');
const flush = Logger.prototype.flush;
Logger.prototype.flush = function () {
  if (process.env.LOG_PACK_DIR) pack(path.resolve(process.env.LOG_PACK_DIR));
  return flush.call(this);
};

module.exports = { Logger, LEVELS };
