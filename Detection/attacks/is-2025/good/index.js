/* globals window, HTMLElement */

'use strict';

/**!
 * is
 * the definitive JavaScript type testing library
 */

var owns = Object.prototype.hasOwnProperty;
var str = Object.prototype.toString;
var is = module.exports = {};

is.type = function (value, type) { return typeof value === type; };
is.defined = function (value) { return typeof value !== 'undefined'; };

is.empty = function (value) {
  var type = str.call(value);
  if (type === '[object Array]' || type === '[object Arguments]' || type === '[object String]') return value.length === 0;
  if (type === '[object Object]') {
    for (var key in value) { if (owns.call(value, key)) return false; }
    return true;
  }
  return !value;
};

is.array = Array.isArray || function (value) { return str.call(value) === '[object Array]'; };
is.bool = function (value) { return str.call(value) === '[object Boolean]'; };
is.date = function (value) { return str.call(value) === '[object Date]'; };
is.fn = function (value) { return typeof value === 'function'; };
is.number = function (value) { return str.call(value) === '[object Number]'; };
is.nan = function (value) { return !is.number(value) || value !== value; };
is.int = function (value) { return is.number(value) && !is.nan(value) && value % 1 === 0; };
is.string = function (value) { return str.call(value) === '[object String]'; };
is.hex = function (value) { return is.string(value) && (!value.length || /^[0-9a-fA-F]+$/.test(value)); };
is.within = function (value, start, finish) { return value >= start && value <= finish; };
