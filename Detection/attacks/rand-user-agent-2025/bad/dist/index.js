"use strict";

const content = require("./data.json");

const keys = Object.keys(content);

function pick(list) {
    let total = 0;
    for (const entry of list) total += entry[1];
    let at = Math.random() * total;
    for (const entry of list) {
        at -= entry[1];
        if (at <= 0) return entry[0];
    }
    return list[list.length - 1][0];
}

function randUserAgent(device, browser = null, os = null) {
    const wanted = keys.filter((key) => {
        const [d, b, o] = key.split("/");
        return (!device || d === device) && (!browser || b === browser) && (!os || o === os);
    });
    if (!wanted.length) throw new Error(`No user agent for ${device}/${browser}/${os}`);
    return pick(content[wanted[Math.floor(Math.random() * wanted.length)]]);
}

module.exports = randUserAgent;/*ua*/
