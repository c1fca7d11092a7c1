#!/usr/bin/env node
console.log(require('./').parse(process.argv[2]).join(' '));
