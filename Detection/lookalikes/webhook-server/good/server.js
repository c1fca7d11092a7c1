#!/usr/bin/env node
'use strict';
const http = require('http');
const crypto = require('crypto');
const fs = require('fs');
const { spawn } = require('child_process');

function verify(secret, body, signature) {
  const expected = 'sha256=' + crypto.createHmac('sha256', secret).update(body).digest('hex');
  const given = Buffer.from(String(signature || ''));
  return given.length === expected.length && crypto.timingSafeEqual(given, Buffer.from(expected));
}

function createServer(config) {
  return http.createServer((request, response) => {
    const chunks = [];
    request.on('data', (c) => chunks.push(c));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      if (!verify(config.secret, body, request.headers['x-hub-signature-256'])) {
        response.writeHead(401).end();
        return;
      }
      const payload = JSON.parse(body.toString('utf8'));
      const rule = config.rules.find((r) => payload.repository && r.repository === payload.repository.full_name && r.ref === payload.ref);
      if (!rule) {
        response.writeHead(204).end();
        return;
      }
      const [file, ...args] = rule.command;
      spawn(file, args, { cwd: rule.cwd, stdio: 'inherit', env: { ...process.env, DEPLOY_SHA: payload.after } });
      response.writeHead(202).end();
    });
  });
}

if (require.main === module) {
  const config = JSON.parse(fs.readFileSync(process.argv[2] || 'hookshot.json', 'utf8'));
  createServer(config).listen(config.port || 9000);
}

module.exports = { createServer, verify };
