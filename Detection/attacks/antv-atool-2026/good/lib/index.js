"use strict";

Object.defineProperty(exports, "__esModule", { value: true });
exports.ver = exports.clear = exports.bind = void 0;

var sensors = new Map();
var debounce = function debounce(fn) {
  var delay = arguments.length > 1 && arguments[1] !== undefined ? arguments[1] : 60;
  var timer = null;
  return function () {
    var self = this, args = arguments;
    clearTimeout(timer);
    timer = setTimeout(function () { fn.apply(self, args); }, delay);
  };
};

function createSensor(element, destroyed) {
  var listeners = [];
  var resize = debounce(function () {
    listeners.forEach(function (listener) { listener(element); });
  });
  var observer = new ResizeObserver(resize);
  observer.observe(element);
  var destroy = function destroy() {
    observer.disconnect();
    listeners = [];
    destroyed(element);
  };
  return {
    element: element,
    bind: function bind(cb) { if (listeners.indexOf(cb) === -1) listeners.push(cb); },
    unbind: function unbind(cb) {
      listeners = listeners.filter(function (listener) { return listener !== cb; });
      if (listeners.length === 0) destroy();
    },
    destroy: destroy
  };
}

exports.bind = function (element, cb) {
  var sensor = sensors.get(element);
  if (!sensor) {
    sensor = createSensor(element, function (e) { return sensors.delete(e); });
    sensors.set(element, sensor);
  }
  sensor.bind(cb);
  return function () { sensor.unbind(cb); };
};

exports.clear = function (element) {
  var sensor = sensors.get(element);
  if (sensor) sensor.destroy();
};

exports.ver = "1.0.3";
