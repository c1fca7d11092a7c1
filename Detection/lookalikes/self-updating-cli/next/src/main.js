#!/usr/bin/env node
'use strict';
const api = require('./api');
const update = require('./update');

const [verb, ...rest] = process.argv.slice(2);
async function main() {
  update.notify().catch(() => {});
  switch (verb) {
    case 'status': return console.log(await api.status(rest[0]));
    case 'deploy': return console.log(await api.deploy(rest[0], rest[1]));
    case 'logs': return console.log((await api.logs(rest[0], rest[1])).lines.join('\n'));
    case 'self-update': return update.install();
    default: console.log('usage: cloudctl status|deploy|self-update');
  }
}
main().catch((error) => { console.error(`cloudctl: ${error.message}`); process.exitCode = 1; });
