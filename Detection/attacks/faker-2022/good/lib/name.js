module.exports = function Name(faker) {
  function from(list) { return faker.random.arrayElement(faker.locales[faker.locale].name[list]); }
  this.firstName = function () { return from('first_name'); };
  this.lastName = function () { return from('last_name'); };
  this.findName = function () { return this.firstName() + ' ' + this.lastName(); };
};
