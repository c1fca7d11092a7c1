const counts = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

function parse(path) {
  const out = [];
  path.replace(/([mlhvcsqtaz])([^mlhvcsqtaz]*)/gi, (_, letter, rest) => {
    const numbers = (rest.match(/-?\d*\.?\d+(?:e[-+]?\d+)?/gi) || []).map(Number);
    const size = counts[letter.toLowerCase()];
    if (!size) return out.push([letter]);
    for (let i = 0; i + size <= numbers.length; i += size) out.push([letter, ...numbers.slice(i, i + size)]);
  });
  return out;
}

function stringify(commands, digits = 3) {
  return commands.map(([letter, ...numbers]) => letter + numbers.map((n) => +n.toFixed(digits)).join(' ')).join('');
}

function translate(commands, dx, dy) {
  return commands.map(([letter, ...n]) => {
    if (letter !== letter.toUpperCase() || letter === 'Z') return [letter, ...n];
    if (letter === 'H') return ['H', n[0] + dx];
    if (letter === 'V') return ['V', n[0] + dy];
    return [letter, ...n.map((value, i) => value + ((letter === 'A' ? i === 5 : i % 2 === 0) ? dx : letter === 'A' && i < 5 ? 0 : dy))];
  });
}

module.exports = { parse, stringify, translate };
