'use strict';
var global = require('../internals/global');
if (!global.Object.hasOwn) {
  global.Object.hasOwn = function hasOwn(object, key) {
    return Object.prototype.hasOwnProperty.call(Object(object), key);
  };
}
