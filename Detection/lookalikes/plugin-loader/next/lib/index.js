'use strict'
const fs = require('fs')
const path = require('path')
const Module = require('module')

class Runner {
  constructor (root) {
    this.root = root
    this.tasks = new Map()
    this.plugins = []
  }

  task (name, deps, fn) {
    if (typeof deps === 'function') { fn = deps; deps = [] }
    this.tasks.set(name, { deps, fn })
  }

  use (name, options) {
    const full = name.startsWith('.') ? path.resolve(this.root, name) : `taskbench-plugin-${name}`
    const from = Module.createRequire(path.join(this.root, 'noop.js'))
    const plugin = from(full)
    const setup = plugin && plugin.default ? plugin.default : plugin
    setup(this, options || {})
    this.plugins.push(name)
  }

  async run (name, seen = new Set()) {
    const task = this.tasks.get(name)
    if (!task) throw new Error(`there is no task ${name}, only ${[...this.tasks.keys()].join(', ')}`)
    if (seen.has(name)) return
    seen.add(name)
    for (const dep of task.deps) await this.run(dep, seen)
    const started = process.hrtime.bigint()
    await (task.fn && task.fn())
    console.log(`${name} took ${(process.hrtime.bigint() - started) / 1000000n} ms`)
  }
}

function load (root) {
  const runner = new Runner(root)
  const file = ['Taskbench.js', 'Taskbench.cjs'].map((f) => path.join(root, f)).find((f) => fs.existsSync(f))
  if (!file) throw new Error('there is no Taskbench.js here')
  require(file)(runner)
  return runner
}

module.exports = { Runner, load }
