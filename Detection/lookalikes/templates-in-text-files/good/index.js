'use strict';
const fs = require('fs');
const path = require('path');

const folder = path.join(__dirname, 'templates');

exports.names = () => fs.readdirSync(folder).map((file) => path.parse(file).name);

exports.fill = (name, values) => {
  const file = fs.readdirSync(folder).find((f) => path.parse(f).name === name);
  if (!file) throw new Error(`there is no template ${name}`);
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  return text.replace(/__([A-Z]+)__/g, (whole, key) => values[key.toLowerCase()] ?? whole);
};
