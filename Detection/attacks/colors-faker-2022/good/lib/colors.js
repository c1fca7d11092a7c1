var colors = {};
module['exports'] = colors;

var codes = {
  reset: [0, 0], bold: [1, 22], dim: [2, 22], italic: [3, 23], underline: [4, 24], inverse: [7, 27],
  black: [30, 39], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39], magenta: [35, 39], cyan: [36, 39], white: [37, 39],
};

colors.enabled = process.stdout && process.stdout.isTTY;
colors.styles = {};

Object.keys(codes).forEach(function(key) {
  var style = colors.styles[key] = {open: '\u001b[' + codes[key][0] + 'm', close: '\u001b[' + codes[key][1] + 'm'};
  colors[key] = function(text) {
    return colors.enabled ? style.open + text + style.close : String(text);
  };
});

colors.strip = colors.stripColors = function(text) {
  return ('' + text).replace(/\x1B\[\d+m/g, '');
};

colors.maps = {};
colors.maps.zebra = function(letter, i) {
  return i % 2 === 0 ? letter : colors.inverse(letter);
};
