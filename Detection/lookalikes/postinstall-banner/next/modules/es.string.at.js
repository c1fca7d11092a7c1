'use strict';
var global = require('../internals/global');
if (!global.String.prototype.at) {
  Object.defineProperty(global.String.prototype, 'at', {
    configurable: true,
    writable: true,
    value: function at(index) {
      var string = String(this);
      var k = index < 0 ? string.length + index : index;
      return string.charAt(k) || undefined;
    }
  });
}
