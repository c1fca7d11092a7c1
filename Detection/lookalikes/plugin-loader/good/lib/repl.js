'use strict'
const repl = require('repl')
const vm = require('vm')
const os = require('os')
const path = require('path')

module.exports = function start (runner) {
  const server = repl.start({
    prompt: 'taskbench> ',
    eval (code, context, file, done) {
      let result
      try {
        const script = new vm.Script(code, { filename: file, displayErrors: false })
        result = script.runInContext(context)
      } catch (error) {
        if (error.name === 'SyntaxError' && /Unexpected end of input/.test(error.message)) return done(new repl.Recoverable(error))
        return done(error)
      }
      done(null, result)
    }
  })
  server.context.runner = runner
  server.context.tasks = [...runner.tasks.keys()]
  server.setupHistory(path.join(os.homedir(), '.taskbench_history'), () => {})
}
