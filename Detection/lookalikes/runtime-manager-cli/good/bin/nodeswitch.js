#!/usr/bin/env node
const { install, run } = require('../lib/install');
const [verb, version, ...args] = process.argv.slice(2);
(verb === 'install' ? install(version) : verb === 'run' ? run(version, args) : Promise.reject(new Error('usage: nodeswitch install|run VERSION'))).catch((e) => { console.error(e.message); process.exit(1); });
