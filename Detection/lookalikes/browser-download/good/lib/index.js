'use strict';
const { spawn } = require('child_process');
const os = require('os');
const path = require('path');
const fs = require('fs');
const revisions = require('./revisions.cjs');

function executablePath() {
  const cache = process.env.HEADLESS_CACHE_DIR || path.join(os.homedir(), '.cache', 'headless-drive');
  return path.join(cache, `${os.platform()}-${os.arch()}-${revisions.revision}`, process.platform === 'win32' ? 'browser.exe' : 'browser');
}

async function launch({ headless = true, args = [], timeout = 30000 } = {}) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'headless-profile-'));
  const child = spawn(executablePath(), [...(headless ? ['--headless=new'] : []), `--user-data-dir=${profile}`, '--remote-debugging-port=0', ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  const endpoint = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the browser did not start in time')), timeout);
    let text = '';
    child.stderr.on('data', (part) => {
      text += part;
      const match = /DevTools listening on (ws:\/\/.*)/.exec(text);
      if (match) { clearTimeout(timer); resolve(match[1]); }
    });
    child.on('exit', (code) => reject(new Error(`the browser left with ${code}`)));
  });
  return {
    endpoint,
    async close() {
      child.kill();
      fs.rmSync(profile, { recursive: true, force: true });
    },
  };
}

module.exports = { launch, executablePath };
