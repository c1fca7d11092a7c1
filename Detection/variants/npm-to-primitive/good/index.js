const { name, version } = require('./package.json');

const frame = { top: '─', side: '│', corners: ['┌', '┐', '└', '┘'] };

function banner(text, { width = 60, align = 'center' } = {}) {
  const lines = text.split('\n').flatMap((line) => line.match(new RegExp(`.{1,${width - 4}}`, 'g')) || ['']);
  const [a, b, c, d] = frame.corners;
  const pad = (line) => {
    const space = width - 4 - line.length;
    const left = align === 'center' ? space >> 1 : align === 'right' ? space : 0;
    return `${frame.side} ${' '.repeat(left)}${line}${' '.repeat(space - left)} ${frame.side}`;
  };
  return [a + frame.top.repeat(width - 2) + b, ...lines.map(pad), c + frame.top.repeat(width - 2) + d].join('\n');
}

banner.id = `${name}@${version}`;
module.exports = banner;
