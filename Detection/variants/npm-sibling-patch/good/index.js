'use strict'

class Window {
  constructor (size) {
    this.size = size
    this.hits = new Map()
    this.timer = setInterval(() => this.sweep(), size).unref()
  }

  hit (key, now = Date.now()) {
    const list = (this.hits.get(key) || []).filter(at => at > now - this.size)
    list.push(now)
    this.hits.set(key, list)
    return list.length
  }

  sweep () {
    const limit = Date.now() - this.size
    for (const [key, list] of this.hits) if (list[list.length - 1] < limit) this.hits.delete(key)
  }
}

module.exports = function rateWindow ({ size = 60000, max = 100, key = req => req.ip } = {}) {
  const window = new Window(size)
  return (req, res, next) => {
    const count = window.hit(key(req))
    res.setHeader('RateLimit-Limit', max)
    res.setHeader('RateLimit-Remaining', Math.max(0, max - count))
    if (count > max) return res.status(429).end('Too many requests')
    next()
  }
}
