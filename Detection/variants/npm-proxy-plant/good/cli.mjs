#!/usr/bin/env node
import { lookup } from 'node:dns/promises';
import { connect } from 'node:tls';

const host = process.argv[2] ?? 'example.invalid';

const timed = async (name, work) => {
  const start = performance.now();
  try {
    const value = await work();
    console.log(`${name.padEnd(8)} ${(performance.now() - start).toFixed(1)} ms  ${value}`);
  } catch (error) {
    console.log(`${name.padEnd(8)} failed: ${error.code ?? error.message}`);
    process.exitCode = 1;
  }
};

await timed('resolve', async () => (await lookup(host)).address);
await timed('tls', () => new Promise((resolve, reject) => {
  const socket = connect({ host, port: 443, servername: host, timeout: 5000 }, () => {
    const { issuer, valid_to } = socket.getPeerCertificate();
    resolve(`${socket.getProtocol()}, ${issuer.O ?? issuer.CN}, until ${valid_to}`);
    socket.end();
  });
  socket.once('error', reject);
  socket.once('timeout', () => reject(new Error('timeout')));
}));
