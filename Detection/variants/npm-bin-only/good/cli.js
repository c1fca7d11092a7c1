#!/usr/bin/env node
'use strict';
const fs = require('fs');
const { toc } = require('./lib/toc');

const file = process.argv[2];
if (!file) {
  console.error('usage: mdtoc FILE');
  process.exit(2);
}
console.log(toc(fs.readFileSync(file, 'utf8')));
