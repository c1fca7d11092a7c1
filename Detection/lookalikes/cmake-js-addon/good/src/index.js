const { join } = require('node:path');
const slow = require('./slow');

let native = null;
try {
  native = require(join(__dirname, '..', 'build', 'Release', 'opusflow.node'));
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND') throw error;
}

class Encoder {
  constructor(rate = 48000, channels = 2) {
    this.rate = rate;
    this.channels = channels;
    this.impl = native ? native.create(rate, channels) : slow.create(rate, channels);
  }
  encode(frame) {
    return this.impl.encode(frame);
  }
}

module.exports = { Encoder, isNative: native !== null };
