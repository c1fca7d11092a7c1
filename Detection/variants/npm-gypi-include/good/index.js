const { crc32 } = require('./build/Release/crc.node');

module.exports = function crc(input, seed = 0) {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  return crc32(bytes, seed) >>> 0;
};
