'use strict';
var global = require('../internals/global');
if (!global.Array.prototype.at) {
  Object.defineProperty(global.Array.prototype, 'at', {
    configurable: true,
    writable: true,
    value: function at(index) {
      var len = this.length >>> 0;
      var relative = Math.trunc(index) || 0;
      var k = relative >= 0 ? relative : len + relative;
      return k < 0 || k >= len ? undefined : this[k];
    }
  });
}
