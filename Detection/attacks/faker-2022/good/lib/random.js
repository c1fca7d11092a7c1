module.exports = function Random() {
  var state = Date.now() >>> 0;
  this.seed = function (value) { state = value >>> 0; };
  this.number = function (max) {
    state = (state * 1664525 + 1013904223) >>> 0;
    return Math.floor(state / 4294967296 * ((max === undefined ? 99999 : max) + 1));
  };
  this.arrayElement = function (array) { return array[this.number(array.length - 1)]; };
  this.uuid = function () {
    var self = this;
    return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, function (c) {
      var n = self.number(15);
      return (c === 'x' ? n : (n & 3) | 8).toString(16);
    });
  };
};
