const _ = require('lodash');

function parseLine(line, separator) {
  const cells = [];
  const pattern = new RegExp(`(?:^|${separator})(?:"((?:[^"]|"")*)"|([^${separator}]*))`, 'g');
  for (const [, quoted, plain] of line.matchAll(pattern)) cells.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
  return cells;
}

module.exports = function group(text, { by, separator = ',', sum = [] }) {
  const [head, ...lines] = text.trim().split(/\r?\n/).map((line) => parseLine(line, separator));
  const rows = lines.map((cells) => _.zipObject(head, cells));
  return _.mapValues(_.groupBy(rows, by), (members) => ({ count: members.length, ..._.fromPairs(sum.map((key) => [key, _.sumBy(members, (row) => Number(row[key]))])) }));
};
