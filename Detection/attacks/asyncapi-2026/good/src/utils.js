const words = (text) => text.replace(/([a-z\d])([A-Z])/g, '$1 $2').split(/[^A-Za-z\d]+/).filter(Boolean);

const lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1);

const upperFirst = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const toSnakeCase = (text) => words(text).map((word) => word.toLowerCase()).join('_');

const toCamelCase = (text) => words(text).map((word, index) => (index ? upperFirst(word.toLowerCase()) : word.toLowerCase())).join('');

const getInfo = (asyncapi) => {
  if (!asyncapi) throw new Error('Make sure you pass AsyncAPI document as an argument.');
  const info = asyncapi.info();
  if (!info) throw new Error('AsyncAPI document is missing info.');
  return info;
};

module.exports = { lowerFirst, upperFirst, toSnakeCase, toCamelCase, getInfo };
