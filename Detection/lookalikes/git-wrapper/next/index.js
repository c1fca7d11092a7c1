import { spawn } from 'node:child_process';

export class Git {
  constructor(cwd = process.cwd(), { env = process.env, binary = 'git' } = {}) {
    this.cwd = cwd;
    this.env = { ...env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
    this.binary = binary;
  }

  run(...args) {
    return new Promise((resolve, reject) => {
      const child = spawn(this.binary, args, { cwd: this.cwd, env: this.env, stdio: ['ignore', 'pipe', 'pipe'] });
      let out = '', err = '';
      child.stdout.on('data', (part) => (out += part));
      child.stderr.on('data', (part) => (err += part));
      child.on('error', reject);
      child.on('close', (code) => (code ? reject(Object.assign(new Error(err.trim() || `git ended with ${code}`), { code })) : resolve(out.trimEnd())));
    });
  }

  branch() { return this.run('rev-parse', '--abbrev-ref', 'HEAD'); }
  remotes() { return this.run('remote', '-v').then((text) => [...new Set(text.split('\n').map((line) => line.split(/\s/)[1]))].filter(Boolean)); }
  async status() {
    const text = await this.run('status', '--porcelain=v1', '-z');
    return text.split('\0').filter(Boolean).map((entry) => ({ index: entry[0], tree: entry[1], path: entry.slice(3) }));
  }
  commit(message, ...paths) { return this.run('commit', '-m', message, '--', ...paths); }
  push(remote = 'origin', ref = 'HEAD', { force = false } = {}) { return this.run('push', ...(force ? ['--force-with-lease'] : []), remote, ref); }
  hooks(path) { return this.run('config', '--local', 'core.hooksPath', path); }
}
