'use strict'
const crypto = require('crypto')

exports.encodeQuery = (name, type) => {
  const labels = name.replace(/\.$/, '').split('.')
  const parts = [crypto.randomBytes(2), Buffer.from([1, 0, 0, 1, 0, 0, 0, 0, 0, 0])]
  for (const label of labels) parts.push(Buffer.from([label.length]), Buffer.from(label, 'ascii'))
  parts.push(Buffer.from([0, 0, type, 0, 1]))
  return Buffer.concat(parts)
}

function skipName (buffer, at) {
  while (buffer[at] !== 0) {
    if ((buffer[at] & 0xc0) === 0xc0) return at + 2
    at += buffer[at] + 1
  }
  return at + 1
}

exports.decodeAnswer = (buffer) => {
  const count = buffer.readUInt16BE(6)
  let at = skipName(buffer, 12) + 4
  const out = []
  for (let i = 0; i < count; i++) {
    at = skipName(buffer, at)
    const type = buffer.readUInt16BE(at)
    const ttl = buffer.readUInt32BE(at + 4)
    const length = buffer.readUInt16BE(at + 8)
    const data = buffer.subarray(at + 10, at + 10 + length)
    at += 10 + length
    if (type === 1) out.push({ type: 'A', ttl, data: [...data].join('.') })
    else if (type === 16) out.push({ type: 'TXT', ttl, data: data.subarray(1).toString('utf8') })
    else if (type === 28) out.push({ type: 'AAAA', ttl, data: data.toString('hex').match(/.{4}/g).join(':') })
    else out.push({ type, ttl, data })
  }
  return out
}
