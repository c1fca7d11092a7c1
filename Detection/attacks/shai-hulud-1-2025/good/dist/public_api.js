"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.TinyColor = void 0;
const conversion_1 = require("./conversion.js");
class TinyColor {
    constructor(color = '', opts = {}) {
        const rgb = (0, conversion_1.inputToRGB)(color);
        this.originalInput = color;
        this.r = Math.round(rgb.r);
        this.g = Math.round(rgb.g);
        this.b = Math.round(rgb.b);
        this.a = rgb.a;
        this.format = opts.format ?? rgb.format;
        this.isValid = rgb.ok;
    }
    isDark() { return this.getBrightness() < 128; }
    isLight() { return !this.isDark(); }
    getBrightness() { return (this.r * 299 + this.g * 587 + this.b * 114) / 1000; }
    toHexString() { return '#' + [this.r, this.g, this.b].map(part => part.toString(16).padStart(2, '0')).join(''); }
    toRgbString() { return this.a === 1 ? `rgb(${this.r}, ${this.g}, ${this.b})` : `rgba(${this.r}, ${this.g}, ${this.b}, ${this.a})`; }
    mix(color, amount = 50) {
        const other = new TinyColor(color), p = amount / 100;
        return new TinyColor({ r: (other.r - this.r) * p + this.r, g: (other.g - this.g) * p + this.g, b: (other.b - this.b) * p + this.b });
    }
}
exports.TinyColor = TinyColor;
