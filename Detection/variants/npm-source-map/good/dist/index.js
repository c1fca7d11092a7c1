"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.clamp = clamp;
exports.wrap = wrap;
function clamp(value, min, max) {
    if (min > max)
        throw new RangeError(`empty range ${min}..${max}`);
    return Math.min(max, Math.max(min, value));
}
function wrap(value, min, max) {
    const size = max - min;
    return min + ((((value - min) % size) + size) % size);
}
//# sourceMappingURL=index.js.map
