'use strict'

const fp = require('fastify-plugin')

module.exports = fp(async function health (app, { path = '/health', checks = {}, timeout = 2000 } = {}) {
  app.get(path, async (request, reply) => {
    const names = Object.keys(checks)
    const results = await Promise.allSettled(names.map((name) => Promise.race([
      checks[name](),
      new Promise((resolve, reject) => setTimeout(reject, timeout, new Error('timeout')).unref())
    ])))
    const body = Object.fromEntries(names.map((name, i) => [name, results[i].status === 'fulfilled' ? 'ok' : String(results[i].reason.message)]))
    reply.code(results.every((r) => r.status === 'fulfilled') ? 200 : 503).send({ uptime: process.uptime(), ...body })
  })
}, { name: 'health-lite', fastify: '4.x' })
