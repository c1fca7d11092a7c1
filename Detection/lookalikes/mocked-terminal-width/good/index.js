'use strict';
const ART = [
  '  ____                                                                                                                                                                                        ____  ',
  ' / ___|                                                                                                                                                                                      |___ \\ ',
  ' \\____|                                                                                                                                                                                      |____/ ',
].join('\n');

const table = {
  left:   { corner: '+', line: '-' },                                                                                                                                                // plain
  double: { corner: '#', line: '=' },                                                                                                                                                // for titles
};

function banner(text, { style = 'left', width = process.stdout.columns || 80 } = {}) {
  const { corner, line } = table[style];
  const rule = corner + line.repeat(Math.max(0, width - 2)) + corner;
  const pad = Math.max(0, Math.floor((width - text.length) / 2));
  return [rule, ' '.repeat(pad) + text, rule].join('\n');
}

module.exports = { ART, banner };
