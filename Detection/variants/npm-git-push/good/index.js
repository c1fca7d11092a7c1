const widths = { i: 4, l: 4, m: 11, w: 10, W: 12, M: 11, ' ': 4 };
const measure = (text) => [...text].reduce((sum, c) => sum + (widths[c] ?? 7), 10);

module.exports = function badge(label, value, colour = '#4c1') {
  const [a, b] = [measure(label), measure(value)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${a + b}" height="20" role="img" aria-label="${label}: ${value}">`,
    `<rect width="${a}" height="20" fill="#555"/><rect x="${a}" width="${b}" height="20" fill="${colour}"/>`,
    `<g fill="#fff" font-family="Verdana" font-size="11" text-anchor="middle"><text x="${a / 2}" y="14">${label}</text><text x="${a + b / 2}" y="14">${value}</text></g>`,
    '</svg>',
  ].join('');
};
