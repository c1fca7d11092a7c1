#!/usr/bin/env node
const { spawn } = require('child_process');

const [command, ...args] = process.argv.slice(2);
if (!command) {
  console.error('usage: script-timer COMMAND [ARGUMENT ...]');
  process.exit(64);
}
const start = process.hrtime.bigint();
const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
child.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 127;
});
child.on('exit', (code, signal) => {
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  console.error(`${command} ${signal ? `was stopped by ${signal}` : `ended with ${code}`} after ${seconds.toFixed(2)} s`);
  process.exitCode = code ?? 1;
});
