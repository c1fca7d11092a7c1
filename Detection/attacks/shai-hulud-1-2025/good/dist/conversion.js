"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.inputToRGB = void 0;
function inputToRGB(color) {
    if (typeof color === 'object') return { a: 1, ok: true, format: 'rgb', ...color };
    let match = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color.trim());
    if (match) return { r: parseInt(match[1], 16), g: parseInt(match[2], 16), b: parseInt(match[3], 16), a: 1, ok: true, format: 'hex' };
    match = /^rgba?[\s(]+(\d+)[,\s]+(\d+)[,\s]+(\d+)(?:[,\s/]+([\d.]+))?\s*\)?$/i.exec(color.trim());
    if (match) return { r: +match[1], g: +match[2], b: +match[3], a: match[4] ? +match[4] : 1, ok: true, format: 'rgb' };
    return { r: 0, g: 0, b: 0, a: 1, ok: false, format: false };
}
exports.inputToRGB = inputToRGB;
