var flatmap = require('..')
var out = []
var s = flatmap(function (x, cb) { cb(null, [x, x + 1]) })
s.on('data', function (d) { out.push(d) })
s.write(1)
s.end(5)
require('assert').deepEqual(out, [1, 2, 5, 6])
