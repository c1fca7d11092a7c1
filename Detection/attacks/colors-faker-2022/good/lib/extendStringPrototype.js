var colors = require('./colors');

module['exports'] = function() {
  Object.keys(colors.styles).forEach(function(key) {
    Object.defineProperty(String.prototype, key, {
      configurable: true,
      get: function() { return colors[key](this); },
    });
  });
};
