const fs = require('fs')
const path = require('path')
const os = require('os')
const crypto = require('crypto')

const LINE = /(?:^|^)\s*(?:export\s+)?([\w.-]+)(?:\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:#.*)?(?:$|$)/mg

function parse (src) {
  const obj = {}
  const lines = src.toString().replace(/\r\n?/mg, '\n')
  let match
  while ((match = LINE.exec(lines)) != null) {
    const key = match[1]
    let value = (match[2] || '').trim()
    const maybeQuote = value[0]
    value = value.replace(/^(['"`])([\s\S]*)\1$/mg, '$2')
    if (maybeQuote === '"') value = value.replace(/\\n/g, '\n').replace(/\\r/g, '\r')
    obj[key] = value
  }
  return obj
}

function resolveHome (envPath) {
  return envPath[0] === '~' ? path.join(os.homedir(), envPath.slice(1)) : envPath
}

function decrypt (encrypted, keyStr) {
  const key = Buffer.from(keyStr.slice(-64), 'hex')
  let ciphertext = Buffer.from(encrypted, 'base64')
  const nonce = ciphertext.subarray(0, 12)
  const authTag = ciphertext.subarray(-16)
  ciphertext = ciphertext.subarray(12, -16)
  const aesgcm = crypto.createDecipheriv('aes-256-gcm', key, nonce)
  aesgcm.setAuthTag(authTag)
  return `${aesgcm.update(ciphertext)}${aesgcm.final()}`
}

function populate (processEnv, parsed, options = {}) {
  for (const key of Object.keys(parsed)) {
    if (Object.prototype.hasOwnProperty.call(processEnv, key) && !options.override) {
      if (options.debug) console.log(`"${key}" is already defined and was not overwritten`)
      continue
    }
    processEnv[key] = parsed[key]
  }
}

function config (options = {}) {
  const file = resolveHome(options.path || path.resolve(process.cwd(), '.env'))
  const processEnv = options.processEnv || process.env
  try {
    const vault = `${file}.vault`
    let text
    if (process.env.DOTENV_KEY && fs.existsSync(vault)) {
      text = decrypt(parse(fs.readFileSync(vault)).DOTENV_VAULT, process.env.DOTENV_KEY)
    } else {
      text = fs.readFileSync(file, { encoding: options.encoding || 'utf8' })
    }
    const parsed = parse(text)
    populate(processEnv, parsed, options)
    return { parsed }
  } catch (error) {
    if (options.debug) console.log(`failed to load ${file}: ${error.message}`)
    return { error }
  }
}

module.exports = { config, parse, populate, decrypt }
