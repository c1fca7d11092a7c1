var Random = require('./random');
var Name = require('./name');

function Faker(opts) {
  var self = this;
  opts = opts || {};
  self.locales = opts.locales || {};
  self.locale = opts.locale || 'en';
  self.random = new Random();
  self.name = new Name(self);
  self.seed = function (value) { self.random.seed(value); };
  self.fake = function (text) {
    return text.replace(/{{\s*(\w+)\.(\w+)\s*}}/g, function (all, module, method) {
      if (!self[module] || !self[module][method]) throw new Error('Invalid method: ' + module + '.' + method);
      return self[module][method]();
    });
  };
}

module.exports = Faker;
