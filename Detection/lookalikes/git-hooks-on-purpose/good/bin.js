#!/usr/bin/env node
import fs from 'fs'
import install from './index.js'

const [action, ...rest] = process.argv.slice(2)

if (action === 'init') {
  const name = 'package.json'
  const text = fs.readFileSync(name, 'utf8')
  const manifest = JSON.parse(text)
  ;(manifest.scripts ||= {}).prepare = 'githook-kit'
  fs.writeFileSync(name, JSON.stringify(manifest, null, /\t/.test(text) ? '\t' : 2) + '\n')
  process.stdout.write(install())
  try { fs.mkdirSync('.githooks') } catch {}
  fs.writeFileSync('.githooks/pre-commit', 'npm test\n')
} else if (action === 'add') {
  const [file, command] = rest
  fs.writeFileSync(file, `${command}\n`, { mode: 0o755 })
} else {
  process.stdout.write(install(action))
}
