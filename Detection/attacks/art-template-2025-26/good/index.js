const template = require('./lib/index');
module.exports = template;
