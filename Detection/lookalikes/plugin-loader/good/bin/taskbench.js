#!/usr/bin/env node
'use strict'
const { load } = require('../lib')
const repl = require('../lib/repl')
const runner = load(process.cwd())
if (process.argv[2] === 'repl') repl(runner)
else runner.run(process.argv[2] || 'default').catch((e) => { console.error(e); process.exit(1) })
