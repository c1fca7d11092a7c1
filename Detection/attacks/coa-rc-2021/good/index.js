module.exports = require('./lib/cmd');
module.exports.Opt = require('./lib/opt');
