'use strict';
const words = (text) => text.match(/[A-Z]{2,}(?=[A-Z][a-z]|\b)|[A-Z]?[a-z]+|[A-Z]|\d+/g) || [];
exports.words = words;
exports.camel = (text) => words(text).map((w, i) => (i ? w[0].toUpperCase() + w.slice(1).toLowerCase() : w.toLowerCase())).join('');
exports.kebab = (text) => words(text).map((w) => w.toLowerCase()).join('-');
exports.title = (text) => words(text).map((w) => w[0].toUpperCase() + w.slice(1)).join(' ');
exports.snake = (text) => words(text).map((w) => w.toLowerCase()).join('_');
exports.truncate = (text, length, end = '...') => (text.length <= length ? text : text.slice(0, Math.max(0, length - end.length)) + end);
exports.dedent = (text) => {
  const lines = text.replace(/^\n/, '').split('\n');
  const depth = Math.min(...lines.filter((l) => l.trim()).map((l) => l.match(/^\s*/)[0].length));
  return lines.map((l) => l.slice(depth)).join('\n');
};
