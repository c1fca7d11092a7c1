'use strict';
const Module = require('module');
const path = require('path');
const fs = require('fs');

function readPaths(dir) {
  try {
    const text = fs.readFileSync(path.join(dir, 'tsconfig.json'), 'utf8').replace(/^\s*\/\/.*$/gm, '');
    const { compilerOptions = {} } = JSON.parse(text);
    return { base: path.resolve(dir, compilerOptions.baseUrl || '.'), paths: compilerOptions.paths || {} };
  } catch {
    return { base: dir, paths: {} };
  }
}

const { base, paths } = readPaths(process.cwd());
const rules = Object.entries(paths).map(([pattern, targets]) => ({ prefix: pattern.replace(/\*$/, ''), star: pattern.endsWith('*'), target: targets[0] }));

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const rule = rules.find((r) => (r.star ? request.startsWith(r.prefix) : request === r.prefix));
  if (rule) request = path.join(base, rule.target.replace('*', request.slice(rule.prefix.length)));
  return resolveFilename.call(this, request, ...rest);
};
