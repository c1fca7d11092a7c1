// since we are requiring the top level of faker, load all locales by default
var Faker = require('./lib');
var faker = new Faker({ locales: { en: require('./lib/locales/en') } });
module.exports = faker;
