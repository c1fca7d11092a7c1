#!/usr/bin/env node
'use strict';
const { execFileSync } = require('child_process');
const fs = require('fs');

function git(...args) {
  return execFileSync('git', args, { encoding: 'utf8' }).trim();
}

function changed(since) {
  const base = since || process.env.GITHUB_BASE_REF || 'HEAD~1';
  const lines = git('diff', '--name-status', '-M', `${base}...HEAD`).split('\n').filter(Boolean);
  return lines.map((line) => {
    const [status, ...names] = line.split('\t');
    return { status: status[0], path: names[names.length - 1] };
  });
}

function output(name, value) {
  if (process.env.GITHUB_OUTPUT) fs.appendFileSync(process.env.GITHUB_OUTPUT, `${name}=${value}\n`);
  else console.log(`${name}: ${value}`);
}

function run() {
  const all = changed(process.env.INPUT_SINCE);
  output('all', all.map((f) => f.path).join(' '));
  output('added', all.filter((f) => f.status === 'A').map((f) => f.path).join(' '));
  output('deleted', all.filter((f) => f.status === 'D').map((f) => f.path).join(' '));
}

if (require.main === module) run();
module.exports = { changed };
