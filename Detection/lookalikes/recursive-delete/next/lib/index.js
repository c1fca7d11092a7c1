const { promises: fs } = require('fs')
const path = require('path')

const codes = new Set(['EBUSY', 'EMFILE', 'ENFILE', 'ENOTEMPTY'])
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

async function retry (fn, { maxRetries = 10, retryDelay = 100 } = {}) {
  for (let i = 0; ; i++) {
    try {
      return await fn()
    } catch (error) {
      if (error.code === 'ENOENT') return
      if (!codes.has(error.code) || i === maxRetries) throw error
      await wait(retryDelay * (i + 1))
    }
  }
}

async function remove (target, options) {
  let stat
  try {
    stat = await fs.lstat(target)
  } catch (error) {
    if (error.code === 'ENOENT') return true
    throw error
  }
  if (options.filter && !await options.filter(target, stat)) return false
  if (!stat.isDirectory()) {
    await retry(() => fs.unlink(target), options)
    return true
  }
  const entries = await fs.readdir(target)
  const all = await Promise.all(entries.map((name) => remove(path.join(target, name), options)))
  if (all.every(Boolean)) {
    await retry(() => fs.rmdir(target), options)
    return true
  }
  return false
}

function check (target, { preserveRoot = true }) {
  if (/\0/.test(target)) throw Object.assign(new TypeError('path must be a string without null bytes'), { path: target })
  const full = path.resolve(target)
  const { root } = path.parse(full)
  if (full === root && preserveRoot) throw Object.assign(new Error('refusing to remove root directory without preserveRoot:false'), { path: target })
  return full
}

module.exports = async function rmtree (targets, options = {}) {
  const list = Array.isArray(targets) ? targets : [targets]
  return (await Promise.all(list.map((t) => remove(check(t, options), options)))).every(Boolean)
}
