'use strict';
const net = require('net');
const fs = require('fs');
const { spawn } = require('child_process');
const path = require('path');
const paths = require('./paths');

const running = new Map();

function start({ script, args = [], cwd }) {
  const name = path.basename(script, '.js');
  const child = spawn(process.execPath, [script, ...args], { cwd, stdio: 'inherit' });
  const entry = { name, pid: child.pid, restarts: running.has(name) ? running.get(name).restarts + 1 : 0, child };
  running.set(name, entry);
  child.on('exit', (code) => {
    if (entry.stopped) return running.delete(name);
    console.log(`${name} left with ${code}, starting it again`);
    setTimeout(() => start({ script, args, cwd }), Math.min(1000 * 2 ** entry.restarts, 30000));
  });
  return { name, pid: child.pid };
}

function stop({ name }) {
  const entry = running.get(name);
  if (!entry) return { error: `there is no ${name}` };
  entry.stopped = true;
  entry.child.kill();
  return { stopped: name };
}

const list = () => [...running.values()].map(({ name, pid, restarts }) => ({ name, pid, restarts }));

if (require.main === module) {
  try { fs.unlinkSync(paths.socket); } catch {}
  net.createServer((socket) => {
    socket.setEncoding('utf8');
    socket.once('data', (line) => {
      const message = JSON.parse(line);
      const answer = { start, stop, list }[message.verb](message);
      socket.end(JSON.stringify(answer));
    });
  }).listen(paths.socket);
}
