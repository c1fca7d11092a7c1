'use strict';

const libmime = require('libmime');

function unfold(block) {
    return block.replace(/\r?\n[ \t]+/g, ' ');
}

module.exports = function headers(block) {
    const list = new Map();
    for (const line of unfold(block).split(/\r?\n/)) {
        const at = line.indexOf(':');
        if (at < 1) {
            continue;
        }
        const key = line.slice(0, at).trim().toLowerCase();
        const value = libmime.decodeWords(line.slice(at + 1).trim());
        if (list.has(key)) {
            list.get(key).push(value);
        } else {
            list.set(key, [value]);
        }
    }
    return list;
};
