'use strict'
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const lookup = []
const code = typeof Uint8Array !== 'undefined' ? Uint8Array : Array
for (let i = 0; i < alphabet.length; ++i) lookup[alphabet.charCodeAt(i)] = i
lookup['-'.charCodeAt(0)] = 62
lookup['_'.charCodeAt(0)] = 63

exports.toByteArray = (text) => {
  text = text.replace(/=+$/, '')
  const out = new code(Math.floor(text.length * 3 / 4))
  let bits = 0
  let value = 0
  let at = 0
  for (let i = 0; i < text.length; i++) {
    value = (value << 6) | lookup[text.charCodeAt(i)]
    bits += 6
    if (bits >= 8) {
      bits -= 8
      out[at++] = (value >>> bits) & 0xff
    }
  }
  return out
}

exports.fromByteArray = (bytes, { url = false, pad = true } = {}) => {
  let out = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const n = (bytes[i] << 16) | ((bytes[i + 1] || 0) << 8) | (bytes[i + 2] || 0)
    out += alphabet[n >> 18] + alphabet[(n >> 12) & 63]
    out += i + 1 < bytes.length ? alphabet[(n >> 6) & 63] : pad ? '=' : ''
    out += i + 2 < bytes.length ? alphabet[n & 63] : pad ? '=' : ''
  }
  return url ? out.replace(/\+/g, '-').replace(/\//g, '_') : out
}
