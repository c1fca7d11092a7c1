'use strict'

const zlib = require('zlib')
const { Transform } = require('stream')

class Gunzip extends Transform {
  constructor ({ limit = Infinity, ...options } = {}) {
    super(options)
    this.left = limit
    this.inner = zlib.createGunzip()
    this.inner.on('data', (chunk) => {
      this.left -= chunk.length
      if (this.left < 0) this.destroy(new Error('more bytes than allowed'))
      else this.push(chunk)
    })
    this.inner.on('error', (error) => this.destroy(error))
  }

  _transform (chunk, encoding, done) { this.inner.write(chunk, done) }
  _flush (done) { this.inner.once('end', done).end() }
}

module.exports = (options) => new Gunzip(options)
