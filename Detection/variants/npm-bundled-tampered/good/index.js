'use strict';
const fs = require('fs');
const minimist = require('minimist');

module.exports = function load({ argv = process.argv.slice(2), file, defaults = {}, env = 'APP' } = {}) {
  const given = minimist(argv);
  const path = given.config || file;
  const stored = path && fs.existsSync(path) ? JSON.parse(fs.readFileSync(path, 'utf8')) : {};
  const fromEnvironment = {};
  for (const [key, value] of Object.entries(process.env)) {
    if (key.startsWith(`${env}_`)) fromEnvironment[key.slice(env.length + 1).toLowerCase().replace(/_(\w)/g, (_, c) => c.toUpperCase())] = value;
  }
  return { ...defaults, ...stored, ...fromEnvironment, ...given };
};
