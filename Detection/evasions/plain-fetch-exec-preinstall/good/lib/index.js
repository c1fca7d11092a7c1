'use strict';

const { unquote, quote } = require('./quote');

const SECTION = /^\[([^\]]+)\]$/;

function parse(text) {
  const out = {};
  let at = out;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (!line || line[0] === ';' || line[0] === '#') continue;
    const section = SECTION.exec(line);
    if (section) {
      at = section[1].split('.').reduce((node, key) => (node[key] = node[key] || {}), out);
      continue;
    }
    const eq = line.indexOf('=');
    const key = unquote(eq < 0 ? line : line.slice(0, eq).trim());
    const value = eq < 0 ? true : unquote(line.slice(eq + 1).trim());
    if (key.endsWith('[]')) (at[key.slice(0, -2)] = at[key.slice(0, -2)] || []).push(value);
    else at[key] = value === 'true' ? true : value === 'false' ? false : value;
  }
  return out;
}

function stringify(object, section = '') {
  const lines = [];
  const children = [];
  for (const [key, value] of Object.entries(object)) {
    if (Array.isArray(value)) for (const item of value) lines.push(`${quote(key + '[]')} = ${quote(String(item))}`);
    else if (value && typeof value === 'object') children.push([key, value]);
    else lines.push(`${quote(key)} = ${quote(String(value))}`);
  }
  const head = section && lines.length ? [`[${section}]`] : [];
  const rest = children.map(([key, value]) => stringify(value, section ? `${section}.${key}` : key));
  return [...head, ...lines, ...rest].join('\n');
}

module.exports = { parse, stringify };
