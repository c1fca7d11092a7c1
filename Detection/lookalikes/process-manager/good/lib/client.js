'use strict';
const { spawn } = require('child_process');
const fs = require('fs');
const net = require('net');
const paths = require('./paths');

function ping() {
  return new Promise((resolve) => {
    const socket = net.connect(paths.socket);
    socket.on('connect', () => { socket.end(); resolve(true); });
    socket.on('error', () => resolve(false));
  });
}

async function ensureDaemon() {
  if (await ping()) return;
  fs.mkdirSync(paths.home, { recursive: true });
  const out = fs.openSync(paths.log, 'a');
  const child = spawn(process.execPath, [require.resolve('./daemon')], {
    detached: true,
    windowsHide: true,
    cwd: paths.home,
    env: { ...process.env, KEEPUP_HOME: paths.home },
    stdio: ['ignore', out, out],
  });
  child.unref();
  fs.writeFileSync(paths.pid, String(child.pid));
  for (let i = 0; i < 50 && !(await ping()); i++) await new Promise((r) => setTimeout(r, 100));
}

async function ask(message) {
  await ensureDaemon();
  return new Promise((resolve, reject) => {
    const socket = net.connect(paths.socket);
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part) => (text += part));
    socket.on('end', () => resolve(JSON.parse(text)));
    socket.on('error', reject);
    socket.write(JSON.stringify(message) + '\n');
  });
}

exports.start = (script, args) => ask({ verb: 'start', script, args, cwd: process.cwd() });
exports.stop = (name) => ask({ verb: 'stop', name });
exports.list = () => ask({ verb: 'list' });
exports.killDaemon = () => process.kill(Number(fs.readFileSync(paths.pid, 'utf8')));
