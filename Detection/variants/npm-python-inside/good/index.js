const signature = (bytes, at) => bytes.toString('latin1', at, at + 4);

exports.read = function read(bytes) {
  if (bytes.length < 132 || signature(bytes, 36) !== 'acsp') throw new Error('not an ICC profile');
  const tags = {};
  for (let i = 0, n = bytes.readUInt32BE(128); i < n; i++) {
    const at = 132 + i * 12;
    tags[signature(bytes, at)] = bytes.subarray(bytes.readUInt32BE(at + 4), bytes.readUInt32BE(at + 4) + bytes.readUInt32BE(at + 8));
  }
  return {
    size: bytes.readUInt32BE(0),
    version: `${bytes[8]}.${bytes[9] >> 4}`,
    deviceClass: signature(bytes, 12),
    colorSpace: signature(bytes, 16).trim(),
    connection: signature(bytes, 20).trim(),
    description: tags.desc ? tags.desc.toString('latin1', 12).replace(/\0.*$/s, '') : '',
  };
};
