const units = { wei: 0, kwei: 3, mwei: 6, gwei: 9, szabo: 12, finney: 15, ether: 18 };

const places = (unit) => {
  if (typeof unit === 'number') return unit;
  if (!(unit in units)) throw new Error(`unknown unit ${unit}`);
  return units[unit];
};

exports.parse = (text, unit = 'ether') => {
  const match = /^(-)?(\d*)(?:\.(\d*))?$/.exec(String(text).trim());
  if (!match || (!match[2] && !match[3])) throw new Error(`not a number: ${text}`);
  const digits = places(unit), part = (match[3] || '').padEnd(digits, '0');
  if (part.length > digits) throw new Error('too many decimals');
  const value = BigInt((match[2] || '0') + part);
  return match[1] ? -value : value;
};

exports.format = (value, unit = 'ether') => {
  const digits = places(unit), negative = value < 0n;
  const text = (negative ? -value : value).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits), part = text.slice(text.length - digits).replace(/0+$/, '');
  return (negative ? '-' : '') + whole + (part ? `.${part}` : '');
};

exports.units = require('./units.js')(units);
