"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.diff = void 0;
const fast_json_patch_1 = require("fast-json-patch");
const js_yaml_1 = require("js-yaml");
const standard_1 = require("./standard");

function parse(document) {
    return typeof document === "string" ? (0, js_yaml_1.load)(document) : document;
}

function classify(path, action, standard) {
    for (const [pattern, rules] of standard) {
        if (new RegExp(`^${pattern.replace(/\*/g, "[^/]+")}$`).test(path)) return rules[action] || "unclassified";
    }
    return "unclassified";
}

function diff(first, second, config = {}) {
    const standard = [...Object.entries(config.override || {}), ...Object.entries(standard_1.standard)];
    const changes = (0, fast_json_patch_1.compare)(parse(first), parse(second)).map(({ op, path, value }) => {
        const action = { add: "add", remove: "remove", replace: "edit" }[op];
        return { action, path, after: value, type: classify(path, action, standard) };
    });
    return {
        changes,
        breaking: () => changes.filter(change => change.type === "breaking"),
        nonBreaking: () => changes.filter(change => change.type === "non-breaking"),
        getOutput: () => ({ changes }),
    };
}
exports.diff = diff;
