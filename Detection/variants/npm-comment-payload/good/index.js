/**
 * Splits a list wherever the test of two neighbours says so.
 *
 * @param {Array} list
 * @param {Function} test called with the two neighbours
 * @returns {Array<Array>}
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
