const { getServerUrl, getServer } = require('./servers');
const { toSnakeCase, toCamelCase, lowerFirst, upperFirst, getInfo } = require('./utils');

module.exports = { getServerUrl, getServer, toSnakeCase, toCamelCase, lowerFirst, upperFirst, getInfo };
