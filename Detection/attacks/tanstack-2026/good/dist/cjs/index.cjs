"use strict";
Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
function parseHref(href, state) {
  const hashIndex = href.indexOf("#");
  return { href, pathname: hashIndex > 0 ? href.substring(0, hashIndex) : href, hash: hashIndex > -1 ? href.substring(hashIndex) : "", state: state || {} };
}
exports.parseHref = parseHref;
