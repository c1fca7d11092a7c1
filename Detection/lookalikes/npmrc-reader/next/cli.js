#!/usr/bin/env node
const latest = require('./');

const args = process.argv.slice(2);
const json = args.includes('--json');
const names = args.filter((arg) => arg !== '--json');
if (names.length === 0) {
  console.error('usage: which-latest <package>...');
  process.exit(2);
}

Promise.all(names.map((name) => latest(name).then((version) => console.log(`${name}@${version}`))))
  .then(() => json && console.log(JSON.stringify({ checked: names.length })))
  .catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
