const formulas = require('./formulas.json');

const compiled = new Map();

function formula(from, to) {
  const id = `${from}>${to}`;
  if (!compiled.has(id)) {
    const text = formulas[from] && formulas[from][to];
    if (!text) throw new Error(`cannot convert ${from} to ${to}`);
    compiled.set(id, new Function('x', `return ${text}`));
  }
  return compiled.get(id);
}

exports.convert = (x, from, to) => formula(from, to)(Number(x));
exports.units = Object.keys(formulas).filter((unit) => unit !== 'identity' || formula(unit, unit)(1));
