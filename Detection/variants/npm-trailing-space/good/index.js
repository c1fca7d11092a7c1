'use strict';

const kebab = (text) => text.replace(/([a-z\d])([A-Z])/g, '$1-$2').replace(/[\s_]+/g, '-').toLowerCase();

module.exports = function kebabKeys(value, { deep = true, exclude = [] } = {}) {
  if (Array.isArray(value)) return value.map((item) => kebabKeys(item, { deep, exclude }));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [
    exclude.includes(key) ? key : kebab(key),
    deep ? kebabKeys(inner, { deep, exclude }) : inner,
  ]));
};
