'use strict'

const readline = require('readline')

function text (message) {
  const rl = readline.createInterface({ input: process.stdin, output: process.stdout })
  return new Promise((resolve) => rl.question(`${message}: `, (answer) => { rl.close(); resolve(answer.trim()) }))
}

function hidden (message) {
  const { stdin, stdout } = process
  stdout.write(`${message}: `)
  stdin.setRawMode(true)
  stdin.resume()
  let value = ''
  return new Promise((resolve, reject) => {
    stdin.on('data', function typed (bytes) {
      for (const key of bytes.toString()) {
        if (key === '\r' || key === '\n' || key === '\u0003') {
          stdin.off('data', typed)
          stdin.setRawMode(false)
          stdin.pause()
          stdout.write('\n')
          return key === '\u0003' ? reject(new Error('stopped')) : resolve(value)
        }
        if (key === '\u007f') value = value.slice(0, -1)
        else value += key
        stdout.write(key === '\u007f' ? '\b \b' : '*')
      }
    })
  })
}

module.exports = { text, hidden, confirm: async (message) => /^y(es)?$/i.test(await text(`${message} (y/n)`)) }
