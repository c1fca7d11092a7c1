'use strict';
const os = require('os');
const { createHash, randomBytes } = require('crypto');
const https = require('https');
const Conf = require('conf');

const conf = new Conf({ projectName: 'stackforge', defaults: { telemetry: { enabled: true, salt: '' } } });
const queue = [];

function isEnabled() {
  if (process.env.DO_NOT_TRACK === '1' || process.env.STACKFORGE_TELEMETRY_DISABLED) return false;
  if (process.env.CI) return false;
  return conf.get('telemetry.enabled');
}

function salt() {
  let value = conf.get('telemetry.salt');
  if (!value) {
    value = randomBytes(16).toString('hex');
    conf.set('telemetry.salt', value);
  }
  return value;
}

function projectId() {
  return createHash('sha256').update(salt()).update(process.cwd()).digest('hex');
}

exports.setEnabled = (enabled) => conf.set('telemetry.enabled', enabled);

exports.record = (payload) => {
  if (isEnabled()) queue.push({ ...payload, at: new Date().toISOString() });
};

exports.flush = () =>
  new Promise((resolve) => {
    if (queue.length === 0) return resolve();
    const body = JSON.stringify({
      meta: {
        node: process.version,
        platform: os.platform(),
        release: os.release(),
        arch: os.arch(),
        cpus: os.cpus().length,
        memory: Math.round(os.totalmem() / 2 ** 30),
      },
      project: projectId(),
      events: queue.splice(0),
    });
    const request = https.request('https://telemetry.example.invalid/v1/record', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      timeout: 2000,
    }, (response) => {
      response.resume();
      response.on('end', resolve);
    });
    request.on('error', () => resolve());
    request.on('timeout', () => request.destroy());
    request.end(body);
  });
