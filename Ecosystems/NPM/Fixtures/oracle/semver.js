// Says what node-semver makes of versions and ranges. usage: node semver.js INPUT OUTPUT
// INPUT: {"versions": [text], "ranges": [text]}.
const { execSync } = require('child_process')
const { readFileSync, realpathSync, writeFileSync } = require('fs')
const { createRequire } = require('module')
// The one that the npm on the PATH resolves with, wherever that is installed.
const semver = createRequire(realpathSync(execSync('command -v npm').toString().trim()))('semver')

const [input, output] = process.argv.slice(2)
const { versions, ranges } = JSON.parse(readFileSync(input))
const attempt = make => { try { return make() } catch { return null } }

const modes = [
  { loose: false, includePrerelease: false },
  { loose: false, includePrerelease: true },
  { loose: true, includePrerelease: false },
  { loose: true, includePrerelease: true },
]
const parsed = loose => versions.map(v => attempt(() => new semver.SemVer(v, { loose }).version))
const compared = versions.slice(1).map((v, i) => attempt(() => semver.compare(versions[i], v, true)))
const read = ranges.map(r => modes.map(mode => attempt(() => {
  const range = new semver.Range(r, mode)
  return { text: range.range, contains: versions.map(v => range.test(v) ? '1' : '0').join('') }
})))
const answer = { version: semver.SEMVER_SPEC_VERSION, strict: parsed(false), loose: parsed(true), compared, ranges: read }
writeFileSync(output, JSON.stringify(answer))
