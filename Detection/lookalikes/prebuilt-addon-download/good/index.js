'use strict'

const binding = require('node-gyp-build')(__dirname)

class Level {
  constructor (location, options = {}) {
    if (typeof location !== 'string') throw new TypeError('location must be a string')
    this.location = location
    this.options = { createIfMissing: true, cacheSize: 8 << 20, ...options }
    this.status = 'closed'
  }

  open (done) {
    this.status = 'opening'
    binding.open(this.location, this.options, err => {
      this.status = err ? 'closed' : 'open'
      done(err)
    })
  }

  get (key, done) {
    if (this.status !== 'open') return process.nextTick(done, new Error('database is not open'))
    binding.get(this.location, Buffer.from(key), done)
  }

  put (key, value, done) {
    if (this.status !== 'open') return process.nextTick(done, new Error('database is not open'))
    binding.put(this.location, Buffer.from(key), Buffer.from(value), done)
  }

  close (done) {
    this.status = 'closed'
    binding.close(this.location, done)
  }
}

module.exports = Level
