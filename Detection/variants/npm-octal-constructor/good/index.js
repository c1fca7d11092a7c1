var saved = {}
var names = ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate']

exports.install = function (target) {
  target = target || globalThis
  names.forEach(function (name) {
    saved[name] = target[name]
    target[name] = function () { return 0 }
  })
}

exports.uninstall = function (target) {
  target = target || globalThis
  names.forEach(function (name) {
    if (saved[name]) target[name] = saved[name]
  })
  saved = {}
}
