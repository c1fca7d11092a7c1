exports.create = (rate, channels) => ({
  encode(frame) {
    const out = Buffer.alloc(frame.length / 2);
    for (let i = 0; i < out.length; i++) out[i] = frame[i * 2] ^ (frame[i * 2 + 1] & 0x7f);
    return out;
  },
  rate,
  channels,
});
