const { readFileSync, existsSync, statSync } = require('fs');
const { join, dirname, resolve } = require('path');

function gitDir(from) {
  for (let dir = resolve(from); ; dir = dirname(dir)) {
    const path = join(dir, '.git');
    if (existsSync(path)) return statSync(path).isDirectory() ? path : resolve(dir, readFileSync(path, 'utf8').replace(/^gitdir: /, '').trim());
    if (dir === dirname(dir)) return null;
  }
}

module.exports = function branch(from = process.cwd()) {
  const dir = gitDir(from);
  if (!dir) return null;
  const head = readFileSync(join(dir, 'HEAD'), 'utf8').trim();
  return head.startsWith('ref: refs/heads/') ? head.slice(16) : head.slice(0, 7);
};
