const { readdirSync, writeFileSync } = require('fs');
const { join } = require('path');

function routes(dir, prefix = '') {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return routes(join(dir, entry.name), entry.name.startsWith('(') ? prefix : `${prefix}/${entry.name}`);
    return /^page\.[jt]sx?$/.test(entry.name) ? [prefix || '/'] : [];
  });
}

const segment = (part) => {
  if (part.startsWith('[[...')) return '${string}';
  if (part.startsWith('[')) return '${string}';
  return part;
};

exports.generate = (app, out) => {
  const types = routes(app).map((route) => '`' + route.split('/').map(segment).join('/') + '`');
  writeFileSync(out, `export type Route =\n  | ${types.join('\n  | ')};\n`);
  return types.length;
};
