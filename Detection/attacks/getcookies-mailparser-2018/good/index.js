'use strict';

module.exports.parse = require('./lib/parser');
module.exports.headers = require('./lib/headers');
