const yaml = require('js-yaml');

const fence = /^(?:\uFEFF)?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

module.exports = function split(text, { safe = true } = {}) {
  const match = fence.exec(text);
  if (!match) return { attributes: {}, body: text, line: 1 };
  const attributes = yaml.load(match[1], { schema: safe ? yaml.CORE_SCHEMA : yaml.DEFAULT_SCHEMA }) || {};
  return { attributes, body: text.slice(match[0].length), line: match[0].split('\n').length };
};
module.exports.test = (text) => fence.test(text);
