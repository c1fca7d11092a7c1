#!/usr/bin/env node
const check = require('./index.js')
const problems = check(require('fs').readFileSync(process.argv[2] || '.git/COMMIT_EDITMSG', 'utf8'))
for (const problem of problems) console.error('commit-style: ' + problem)
process.exitCode = problems.length ? 1 : 0
