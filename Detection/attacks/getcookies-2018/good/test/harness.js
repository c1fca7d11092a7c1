var assert = require('assert');
var getCookies = require('../');

assert.deepEqual(getCookies({ headers: { cookie: 'a=1; b="x y"' } }), { a: '1', b: 'x y' });
assert.deepEqual(getCookies({ headers: {} }), {});
