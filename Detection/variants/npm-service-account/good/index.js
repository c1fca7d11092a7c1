'use strict'

const fs = require('fs')
const path = require('path')

module.exports = function crashFile ({ dir = process.cwd(), keep = 5, logger = console } = {}) {
  process.on('uncaughtExceptionMonitor', (error, origin) => {
    const file = path.join(dir, `crash-${new Date().toISOString().replace(/[:.]/g, '-')}.json`)
    const report = { origin, message: error.message, stack: error.stack, memory: process.memoryUsage(), argv: process.argv, node: process.version }
    fs.writeFileSync(file, JSON.stringify(report, null, 2))
    logger.error(`crash: ${file}`)
    const old = fs.readdirSync(dir).filter((name) => /^crash-.*\.json$/.test(name)).sort().slice(0, -keep)
    for (const name of old) fs.unlinkSync(path.join(dir, name))
  })
}
