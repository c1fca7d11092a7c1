module.exports = require('./lib/SQLiteService.js')
