'use strict';
const table = require('./table');

const VS16 = /\uFE0F/g;
const plain = (text) => text.replace(VS16, '');
const byText = new Map(Object.entries(table).map(([name, text]) => [plain(text), name]));

exports.nameOf = (text) => byText.get(plain(text));
exports.textOf = (name) => table[name];
exports.replace = (text) => text.replace(/:(\w+):/g, (all, name) => table[name] || all);
exports.parts = (text) => [...text].map((c) => 'U+' + c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0'));
exports.tag = (region) => '\u{1F3F4}' + [...region].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('') + '\u{E007F}';
