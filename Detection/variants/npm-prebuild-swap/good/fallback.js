'use strict';

module.exports = function isValidUTF8(buf) {
  const len = buf.length;
  let i = 0;
  while (i < len) {
    const byte = buf[i];
    if ((byte & 0x80) === 0x00) i++;
    else if ((byte & 0xe0) === 0xc0) {
      if (i + 1 === len || (buf[i + 1] & 0xc0) !== 0x80 || (byte & 0xfe) === 0xc0) return false;
      i += 2;
    } else if ((byte & 0xf0) === 0xe0) {
      if (i + 2 >= len || (buf[i + 1] & 0xc0) !== 0x80 || (buf[i + 2] & 0xc0) !== 0x80) return false;
      i += 3;
    } else if ((byte & 0xf8) === 0xf0) {
      if (i + 3 >= len || byte > 0xf4) return false;
      i += 4;
    } else return false;
  }
  return true;
};
