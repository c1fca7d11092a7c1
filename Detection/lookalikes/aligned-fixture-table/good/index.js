import { cases } from './cases.js';

const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);

export function luminance(hex) {
  const [r, g, b] = hex.match(/[\da-f]{2}/gi).map((pair) => channel(parseInt(pair, 16)));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

export const failing = (test = contrast) => cases.filter(({ front, back, ratio }) => Math.abs(test(front, back) - ratio) > 0.01);
export { cases };
