'use strict';

const slug = (title, seen) => {
  const base = title.toLowerCase().replace(/[^\w\s-]/g, '').trim().replace(/\s+/g, '-');
  const count = seen.get(base) || 0;
  seen.set(base, count + 1);
  return count ? `${base}-${count}` : base;
};

exports.toc = function toc(text, { min = 2, max = 4 } = {}) {
  const seen = new Map(), lines = [];
  let fenced = false;
  for (const line of text.split('\n')) {
    if (/^(```|~~~)/.test(line)) fenced = !fenced;
    const match = !fenced && /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    if (!match) continue;
    const id = slug(match[2], seen), depth = match[1].length;
    if (depth >= min && depth <= max) lines.push(`${'  '.repeat(depth - min)}- [${match[2]}](#${id})`);
  }
  return lines.join('\n');
};
