const { readdirSync, readFileSync } = require('fs');
const { basename, join } = require('path');

const inner = (svg) => svg.replace(/^[\s\S]*?<svg[^>]*>/i, '').replace(/<\/svg>[\s\S]*$/i, '').trim();
const box = (svg) => (/viewBox="([^"]+)"/i.exec(svg) || [])[1] || '0 0 24 24';

module.exports = (dir, { prefix = 'icon-' } = {}) => {
  const symbols = readdirSync(dir).filter((name) => name.endsWith('.svg')).sort().map((name) => {
    const svg = readFileSync(join(dir, name), 'utf8');
    return `<symbol id="${prefix}${basename(name, '.svg')}" viewBox="${box(svg)}">${inner(svg)}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" style="display:none">${symbols.join('')}</svg>`;
};
