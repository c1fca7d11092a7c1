'use strict';
const fs = require('fs');
const os = require('os');
const path = require('path');
const crypto = require('crypto');
const { spawnSync } = require('child_process');
const semver = require('semver');
const { name, version } = require('../package.json');

const feed = 'https://releases.cloudctl.example.invalid';
const stamp = path.join(os.tmpdir(), `${name}-update.json`);
const publicKey = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEADy5XPr5Np9a9xJCAd9dijba8dCkcEf8+aZ470nVHXf4=
-----END PUBLIC KEY-----`;

async function newest() {
  const response = await fetch(`${feed}/latest.json`);
  if (!response.ok) throw new Error(`the release feed answered ${response.status}`);
  return response.json();
}

exports.notify = async () => {
  if (process.env.CI || !process.stdout.isTTY || process.env.NO_UPDATE_NOTIFIER) return;
  try {
    if (Date.now() - fs.statSync(stamp).mtimeMs < 864e5) return;
  } catch { /* first run */ }
  const latest = await newest();
  fs.writeFileSync(stamp, JSON.stringify(latest));
  if (semver.gt(latest.version, version)) console.error(`a newer version is there: ${version} -> ${latest.version}; run: cloudctl self-update`);
};

exports.install = async () => {
  const latest = await newest();
  if (!semver.gt(latest.version, version)) return console.log('this is the newest version');
  const body = Buffer.from(await (await fetch(`${feed}/cloudctl-${latest.version}.tgz`)).arrayBuffer());
  const digest = crypto.createHash('sha512').update(body).digest('hex');
  if (digest !== latest.sha512) throw new Error('the digest of the download is wrong');
  if (!crypto.verify(null, body, publicKey, Buffer.from(latest.signature, 'base64'))) throw new Error('the signature of the download is wrong');
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'cloudctl-')), 'cloudctl.tgz');
  fs.writeFileSync(file, body);
  const result = spawnSync('npm', ['install', '--global', '--ignore-scripts', file], { stdio: 'inherit' });
  process.exitCode = result.status;
};
