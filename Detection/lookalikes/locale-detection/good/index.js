'use strict'
const { execFileSync } = require('child_process')

const cyrillic = new Set(['ru', 'uk', 'be', 'bg', 'kk', 'sr', 'mk'])
const fallback = 'en-US'
let cached

const normalise = (text) => text.replace(/_/, '-').replace(/\..*$/, '')

function fromEnvironment (env = process.env) {
  return env.LC_ALL || env.LC_MESSAGES || env.LANG || env.LANGUAGE
}

function fromSystem () {
  if (process.platform === 'darwin') return execFileSync('defaults', ['read', '-g', 'AppleLocale'], { encoding: 'utf8' }).trim()
  if (process.platform === 'win32') return execFileSync('powershell', ['-NoProfile', '-Command', '(Get-Culture).Name'], { encoding: 'utf8' }).trim()
  return Intl.DateTimeFormat().resolvedOptions().locale
}

function locale () {
  if (cached) return cached
  let found
  try { found = fromEnvironment() || fromSystem() } catch { found = fallback }
  if (!found || found === 'C' || found === 'POSIX') found = fallback
  cached = normalise(found)
  return cached
}

function script (tag = locale()) {
  const [language] = tag.split('-')
  if (cyrillic.has(language)) return 'Cyrl'
  if (language === 'zh') return /TW|HK|Hant/.test(tag) ? 'Hant' : 'Hans'
  if (language === 'ja') return 'Jpan'
  if (language === 'ar' || language === 'fa') return 'Arab'
  return 'Latn'
}

function defaults (tag = locale(), zone = Intl.DateTimeFormat().resolvedOptions().timeZone) {
  const country = tag.split('-')[1] || ''
  return {
    weekStart: country === 'US' || country === 'CA' || country === 'JP' ? 0 : 1,
    hour12: ['US', 'CA', 'AU', 'IN'].includes(country),
    metric: !['US', 'LR', 'MM'].includes(country),
    currency: country === 'RU' || zone === 'Europe/Moscow' ? 'RUB' : country === 'GB' ? 'GBP' : country === 'US' ? 'USD' : 'EUR',
    rtl: script(tag) === 'Arab'
  }
}

module.exports = { locale, script, defaults }
