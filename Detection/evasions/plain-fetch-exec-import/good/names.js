module.exports = {
  aqua: [0, 255, 255],
  black: [0, 0, 0],
  coral: [255, 127, 80],
  gold: [255, 215, 0],
  indigo: [75, 0, 130],
  teal: [0, 128, 128],
  white: [255, 255, 255],
};
