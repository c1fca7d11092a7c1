#!/usr/bin/env node
const rmtree = require('./lib')
const args = process.argv.slice(2)
if (args.length === 0 || args.includes('-h') || args.includes('--help')) {
  console.log('Usage: rmtree <path> [<path> ...]\n\nDeletes all files and folders at "path" recursively.')
  process.exit(args.length ? 0 : 1)
}
let preserveRoot = true
const paths = []
for (const arg of args) {
  if (arg === '--no-preserve-root') preserveRoot = false
  else if (arg === '--preserve-root') preserveRoot = true
  else paths.push(arg)
}
rmtree(paths, { preserveRoot }).catch((error) => { console.error(error); process.exit(1) })
