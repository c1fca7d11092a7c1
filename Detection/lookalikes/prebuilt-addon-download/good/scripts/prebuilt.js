'use strict'

const fs = require('fs')
const path = require('path')
const https = require('https')
const crypto = require('crypto')
const zlib = require('zlib')
const { binary, version } = require('../package.json')
const digests = require('./digests.json')

const platform = process.env.npm_config_platform || process.platform
const arch = process.env.npm_config_arch || process.arch
const libc = platform === 'linux' && fs.existsSync('/etc/alpine-release') ? 'musl' : ''
const name = `${binary.module}-v${version}-${platform}${libc}-${arch}.node.gz`

if (process.env.npm_config_build_from_source === 'true') {
  console.log('building from source, as asked')
  process.exit(1)
}

const expected = digests[name]
if (!expected) {
  console.log(`no prebuilt binary for ${platform}-${arch}`)
  process.exit(1)
}

function get (url, redirects, done) {
  if (redirects > 3) return done(new Error('too many redirects'))
  https.get(url, { headers: { 'user-agent': `leveldown-lite/${version}` } }, res => {
    if (res.statusCode === 301 || res.statusCode === 302) {
      res.resume()
      return get(new URL(res.headers.location, url), redirects + 1, done)
    }
    if (res.statusCode !== 200) {
      res.resume()
      return done(new Error(`${url} answered ${res.statusCode}`))
    }
    const chunks = []
    res.on('data', chunk => chunks.push(chunk))
    res.on('end', () => done(null, Buffer.concat(chunks)))
    res.on('error', done)
  }).on('error', done)
}

get(`${binary.host}/v${version}/${name}`, 0, (err, body) => {
  if (err) {
    console.error(err.message)
    process.exit(1)
  }
  const actual = crypto.createHash('sha256').update(body).digest('hex')
  if (actual !== expected) {
    console.error(`digest of ${name} is ${actual}, expected ${expected}`)
    process.exit(1)
  }
  const folder = path.join(__dirname, '..', 'prebuilds', `${platform}-${arch}`)
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, `${binary.module}.node`), zlib.gunzipSync(body))
})
