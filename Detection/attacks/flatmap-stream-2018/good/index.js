var Stream = require('stream').Stream

// create an event stream and apply a function to each .write, flattening what it returns
module.exports = function (mapper, opts) {
  var stream = new Stream()
  var inputs = 0, outputs = 0, ended = false, paused = false, destroyed = false
  var errorEventName = (opts && opts.failures) ? 'failure' : 'error'

  stream.writable = true
  stream.readable = true

  function next(err, list) {
    if (destroyed) return
    outputs++
    if (err) stream.emit(errorEventName, err)
    else (list || []).forEach(function (item) { stream.emit('data', item) })
    if (paused && inputs === outputs) { paused = false; if (!ended) stream.emit('drain') }
    if (ended && inputs === outputs) stream.emit('end')
  }

  stream.write = function (data) {
    if (ended) throw new Error('flatmap stream is not writable')
    inputs++
    try { mapper.call(null, data, next) } catch (err) { next(err) }
    paused = inputs - outputs > 16
    return !paused
  }

  stream.end = function (data) {
    if (ended) return
    if (data !== undefined) stream.write(data)
    ended = true
    stream.writable = false
    if (inputs === outputs) stream.emit('end')
  }

  stream.destroy = function () {
    ended = destroyed = true
    stream.writable = stream.readable = paused = false
    process.nextTick(function () { stream.emit('close') })
  }

  stream.pause = function () { paused = true }
  stream.resume = function () { paused = false }
  return stream
}
