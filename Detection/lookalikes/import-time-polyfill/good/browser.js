'use strict';
var scope = typeof globalThis !== 'undefined' ? globalThis : typeof self !== 'undefined' ? self : window;
module.exports = scope.fetch ? scope.fetch.bind(scope) : undefined;
module.exports.Headers = scope.Headers;
