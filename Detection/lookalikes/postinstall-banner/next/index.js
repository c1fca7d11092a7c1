'use strict';
require('./modules/es.array.at');
require('./modules/es.string.at');
require('./modules/es.object.has-own');
module.exports = require('./internals/global');
