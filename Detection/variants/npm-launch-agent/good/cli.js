#!/usr/bin/env node
const { execFile } = require('child_process');
const { resolve } = require('path');

const files = process.argv.slice(2).map((file) => resolve(file));
if (!files.length) {
  console.error('usage: mac-trash FILE ...');
  process.exit(64);
}
const list = files.map((file) => `POSIX file "${file.replace(/["\\]/g, '\\$&')}"`).join(', ');
execFile('osascript', ['-e', `tell application "Finder" to delete {${list}}`], (error, out, err) => {
  if (error) {
    console.error(err.trim());
    process.exitCode = 1;
  }
});
