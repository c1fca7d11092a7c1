'use strict';

const addon = require('bindings')('fastcrc');

/** CRC-32 of a buffer or a string, optionally continuing from an earlier value. */
function crc32(input, seed = 0) {
  const buffer = Buffer.isBuffer(input) ? input : Buffer.from(String(input), 'utf8');
  return addon.crc32(buffer, seed >>> 0);
}

class Crc32Stream extends require('stream').Transform {
  constructor(options) {
    super(options);
    this.value = 0;
  }
  _transform(chunk, encoding, done) {
    this.value = addon.crc32(chunk, this.value);
    this.push(chunk);
    done();
  }
  digest(format) {
    const hex = this.value.toString(16).padStart(8, '0');
    return format === 'hex' ? hex : this.value;
  }
}

/** The checksum of two halves put together. */
function combine(first, second) {
  return addon.combine(first >>> 0, second >>> 0) >>> 0;
}

module.exports = { crc32, combine, Crc32Stream };
