module.exports = require('./keys');
