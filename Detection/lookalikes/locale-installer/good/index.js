'use strict';

const { readFileSync, existsSync } = require('fs');
const { join } = require('path');

function locale(env = process.env) {
  const text = env.LC_ALL || env.LC_MESSAGES || env.LANG || env.LANGUAGE || '';
  return text.replace(/[.:@].*/, '').replace('_', '-') || Intl.DateTimeFormat().resolvedOptions().locale;
}

module.exports = function messages(dir, { fallback = 'en' } = {}) {
  const wanted = locale();
  const names = [wanted, wanted.split('-')[0], fallback];
  const name = names.find((n) => existsSync(join(dir, `${n}.json`)));
  const table = JSON.parse(readFileSync(join(dir, `${name}.json`), 'utf8'));
  return (key, values = {}) => (table[key] ?? key).replace(/\{(\w+)\}/g, (all, v) => values[v] ?? all);
};
module.exports.locale = locale;
