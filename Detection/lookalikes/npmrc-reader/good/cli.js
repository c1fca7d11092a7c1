#!/usr/bin/env node
const latest = require('./');

const names = process.argv.slice(2);
if (names.length === 0) {
  console.error('usage: which-latest <package>...');
  process.exit(2);
}

Promise.all(names.map((name) => latest(name).then((version) => console.log(`${name}@${version}`))))
  .catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
