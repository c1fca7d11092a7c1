// Filters packuments the plain way, by JSON.parse, and compares with what was rendered.
// usage: node packument.js INPUT OUTPUT
// INPUT: [{"original", "open", "full", "abbreviated": file names, "base": URL of the package, "withheld": [version]}];
// `open` has nothing withheld and must be the original's bytes but for the tarball addresses.
// OUTPUT: [sentence], empty when everything agrees.
const { execSync } = require('child_process')
const { readFileSync, writeFileSync } = require('fs')
const { join } = require('path')
const semver = require(join(execSync('npm root -g').toString().trim(), 'npm/node_modules/semver'))

const fields = new Set(['name', 'version', 'deprecated', 'dependencies', 'acceptDependencies', 'optionalDependencies',
  'devDependencies', 'bundleDependencies', 'bundledDependencies', 'peerDependencies', 'peerDependenciesMeta', 'bin',
  'directories', 'dist', 'engines', '_hasShrinkwrap', 'funding', 'cpu', 'os', 'libc'])
const read = file => JSON.parse(readFileSync(file))
const line = v => v.major > 0 ? `${v.major}` : `0.${v.minor}`
const channel = v => typeof v.prerelease[0] === 'string' ? v.prerelease[0].match(/^[a-z]*/i)[0].toLowerCase() : ''

function repair (tag, target, visible) {
  if (visible.includes(target)) return target
  const from = semver.parse(target, true)
  if (!from) return undefined
  const all = visible.map(text => ({ text, v: semver.parse(text, true) })).sort((a, b) => b.v.compare(a.v))
  const stable = all.filter(e => !e.v.prerelease.length)
  const below = stable.find(e => e.v.compare(from) <= 0)
  if (!from.prerelease.length) {
    if (below && line(below.v) === line(from)) return below.text
    const sameLine = stable.find(e => line(e.v) === line(from))
    return (sameLine || below || {}).text
  }
  const same = all.find(e => e.v.prerelease.length && channel(e.v) === channel(from) && e.v.compare(from) <= 0)
  return (same || (tag === 'latest' && below) || {}).text
}

function filter (doc, withheld, base) {
  for (const v of withheld) {
    delete doc.versions[v]
    if (doc.time) delete doc.time[v]
  }
  const visible = Object.keys(doc.versions)
  for (const v of visible) {
    const dist = doc.versions[v].dist
    dist.tarball = `${base}/-/${dist.tarball.split('/').pop()}`
  }
  for (const [tag, target] of Object.entries(doc['dist-tags'])) {
    const to = repair(tag, target, visible)
    if (to === undefined) delete doc['dist-tags'][tag]
    else doc['dist-tags'][tag] = to
  }
  return doc
}

function abbreviate (doc) {
  const versions = {}
  for (const [v, manifest] of Object.entries(doc.versions)) {
    versions[v] = Object.fromEntries(Object.entries(manifest).filter(([key]) => fields.has(key)))
    const s = manifest.scripts || {}
    if (s.preinstall || s.install || s.postinstall || manifest.gypfile === true || manifest.hasInstallScript === true) {
      versions[v].hasInstallScript = true
    }
  }
  const modified = doc.time && doc.time.modified
  return { name: doc.name, ...(modified && { modified }), 'dist-tags': doc['dist-tags'], versions }
}

const [input, output] = process.argv.slice(2)
const problems = []
const compare = (what, ours, theirs) => {
  const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)]
  if (a === b) return
  let i = 0
  while (a[i] === b[i]) i++
  problems.push(`${what}: ${a.slice(Math.max(0, i - 80), i + 80)} <> ${b.slice(Math.max(0, i - 80), i + 80)}`)
}
for (const item of read(input)) {
  const original = readFileSync(item.original, 'utf8')
  const tags = Object.values(JSON.parse(original)['dist-tags'])
  const open = original.replace(/("tarball":\s*")https?:[^"]*\/-\//g, `$1${item.base}/-/`)
  // A pruned document may have tags that lead nowhere; those are repaired even so.
  if (tags.every(v => JSON.parse(original).versions[v]) && readFileSync(item.open, 'utf8') !== open) {
    problems.push(`${item.original} is not byte for byte the same with nothing withheld`)
  }
  const expected = filter(read(item.original), item.withheld, item.base)
  compare(`${item.original} full`, read(item.full), expected)
  compare(`${item.original} abbreviated`, read(item.abbreviated), abbreviate(expected))
}
writeFileSync(output, JSON.stringify(problems))
