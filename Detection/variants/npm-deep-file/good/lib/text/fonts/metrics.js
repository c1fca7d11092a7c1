'use strict';

const cache = new Map();

exports.metrics = function metrics(family, size) {
  const id = `${family}/${size}`;
  if (!cache.has(id)) {
    const ascent = Math.round(size * 0.92), descent = Math.round(size * 0.24);
    cache.set(id, { ascent, descent, line: ascent + descent, average: size * 0.5 });
  }
  return cache.get(id);
};
