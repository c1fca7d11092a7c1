'use strict';
const { readFileSync } = require('fs');
const { join } = require('path');

const blank = readFileSync(join(__dirname, 'assets', 'blank.png'));

const colour = (text) => {
  let hash = 0;
  for (const c of text) hash = (hash * 31 + c.codePointAt(0)) | 0;
  return `hsl(${Math.abs(hash) % 360} 55% 45%)`;
};

exports.svg = (name, size = 64) => {
  const letters = name.split(/\s+/).map((word) => word[0]).join('').slice(0, 2).toUpperCase();
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="100%" height="100%" fill="${colour(name)}"/><text x="50%" y="54%" fill="#fff" font-size="${size / 2}" text-anchor="middle" dominant-baseline="middle">${letters}</text></svg>`;
};
exports.blank = () => blank;
