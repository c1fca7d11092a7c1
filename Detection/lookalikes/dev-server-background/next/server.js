'use strict';
const http = require('http');
const https = require('https');
const fs = require('fs');
const path = require('path');

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.webp': 'image/webp' };

function handler(root) {
  return (request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = path.join(root, name.endsWith('/') ? `${name}index.html` : name);
    if (!file.startsWith(root + path.sep)) return response.writeHead(403).end();
    fs.createReadStream(file)
      .on('open', () => response.setHeader('content-type', types[path.extname(file)] || 'application/octet-stream'))
      .on('error', () => response.writeHead(404).end('not found'))
      .pipe(response);
  };
}

async function ready(url) {
  const agent = new https.Agent({ rejectUnauthorized: false });
  return new Promise((resolve) => https.get(url, { agent }, (r) => { r.resume(); resolve(r.statusCode); }).on('error', () => resolve(0)));
}

async function serve({ port = 8080, root = process.cwd(), https: secure = false } = {}) {
  const options = secure ? { key: fs.readFileSync(path.join(root, 'localhost-key.pem')), cert: fs.readFileSync(path.join(root, 'localhost.pem')) } : {};
  const server = (secure ? https : http).createServer(options, handler(path.resolve(root)));
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `${secure ? 'https' : 'http'}://localhost:${port}/`;
  if (secure) await ready(url);
  return url;
}

module.exports = { serve };
