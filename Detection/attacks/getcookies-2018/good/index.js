'use strict';

var pairSplit = /; */;

function tryDecode(text) {
  try {
    return decodeURIComponent(text);
  } catch (e) {
    return text;
  }
}

function parse(text) {
  var out = {};
  (text || '').split(pairSplit).forEach(function (pair) {
    var at = pair.indexOf('=');
    if (at < 0) return;
    var key = pair.slice(0, at).trim();
    var value = pair.slice(at + 1).trim();
    if (value[0] === '"') value = value.slice(1, -1);
    if (out[key] === undefined) out[key] = tryDecode(value);
  });
  return out;
}

module.exports = function getCookies(req) {
  return parse(req && req.headers && req.headers.cookie);
};
module.exports.parse = parse;
