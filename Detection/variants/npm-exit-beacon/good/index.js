'use strict'

const tasks = []
let stopping

async function stop (signal, timeout) {
  if (stopping) return stopping
  const timer = setTimeout(() => process.exit(1), timeout)
  stopping = (async () => {
    for (const task of tasks.reverse()) {
      try { await task(signal) } catch (error) { console.error(error) }
    }
    clearTimeout(timer)
    process.exit(0)
  })()
  return stopping
}

module.exports = function graceful ({ timeout = 10000, signals = ['SIGINT', 'SIGTERM'] } = {}) {
  for (const signal of signals) process.once(signal, () => stop(signal, timeout))
  return { add: (task) => tasks.push(task) }
}
