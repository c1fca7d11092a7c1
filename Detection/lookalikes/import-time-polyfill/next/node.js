'use strict';
const http = require('http');
const https = require('https');

class Answer {
  constructor(message, body) {
    this.status = message.statusCode;
    this.ok = this.status >= 200 && this.status < 300;
    this.headers = new Map(Object.entries(message.headers));
    this.body = body;
  }
  async text() { return this.body.toString('utf8'); }
  async json() { return JSON.parse(this.body.toString('utf8')); }
  async arrayBuffer() { return this.body.buffer.slice(this.body.byteOffset, this.body.byteOffset + this.body.length); }
}

function fetch(url, { method = 'GET', headers = {}, body, redirect = 5 } = {}) {
  const target = new URL(url);
  const client = target.protocol === 'https:' ? https : http;
  const proxy = process.env.HTTPS_PROXY || process.env.https_proxy;
  const options = proxy ? { host: new URL(proxy).hostname, port: new URL(proxy).port, path: target.href, method, headers: { host: target.host, ...headers } } : { method, headers };
  return new Promise((resolve, reject) => {
    const request = proxy ? http.request(options) : client.request(target, options);
    request.on('response', (message) => {
      if (message.statusCode >= 300 && message.statusCode < 400 && message.headers.location && redirect > 0) {
        message.resume();
        return resolve(fetch(new URL(message.headers.location, target), { method, headers, body, redirect: redirect - 1 }));
      }
      message.on('aborted', () => reject(new TypeError('the answer was cut off')));
      const chunks = [];
      message.on('data', (c) => chunks.push(c));
      message.on('end', () => resolve(new Answer(message, Buffer.concat(chunks))));
    });
    request.on('error', reject);
    request.end(body);
  });
}

if (!globalThis.fetch) globalThis.fetch = fetch;
module.exports = globalThis.fetch;
module.exports.fetch = fetch;
