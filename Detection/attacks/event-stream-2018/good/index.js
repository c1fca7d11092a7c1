//filter will reemit the data if cb(err,pass) pass is truthy

// reduce is more tricky
// maybe we want to group the reductions or emit progress updates occasionally

var Stream = require('stream').Stream
  , es = exports
  , through = require('through')
  , from = require('from')
  , duplex = require('duplexer')
  , map = require('map-stream')
  , pause = require('pause-stream')
  , split = require('split')
  , pipeline = require('stream-combiner')
  , immediately = global.setImmediate || process.nextTick

es.Stream = Stream
es.through = through
es.from = from
es.duplex = duplex
es.map = map
es.pause = pause
es.split = split
es.pipeline = es.connect = es.pipe = pipeline

es.concat = function () {
  var streams = [].slice.call(arguments), ended = 0
  var out = through()
  streams.forEach(function (s) {
    s.pipe(out, { end: false })
    s.on('end', function () { if (++ended === streams.length) out.emit('end') })
  })
  return out
}

es.writeArray = function (done) {
  var all = [], closed = false
  var s = through(function (data) { all.push(data) }, function () { closed = true; done(null, all) })
  s.destroy = function () { if (!closed) done(new Error('destroyed before end'), all) }
  return s
}

es.readArray = function (array) {
  var i = 0
  return from(function (count, next) {
    if (i >= array.length) return this.emit('end')
    this.emit('data', array[i++])
    immediately(next)
    return true
  })
}

es.mapSync = function (fn) {
  return through(function (data) {
    var mapped
    try { mapped = fn(data) } catch (err) { return this.emit('error', err) }
    if (mapped !== undefined) this.emit('data', mapped)
  })
}
