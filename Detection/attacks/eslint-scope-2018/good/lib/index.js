"use strict";

const ScopeManager = require("./scope-manager");
const Referencer = require("./referencer");

const defaults = { optimistic: false, nodejsScope: false, sourceType: "script", ecmaVersion: 5 };

function analyze(tree, given) {
    const options = Object.assign({}, defaults, given);
    const manager = new ScopeManager(options);
    const referencer = new Referencer(options, manager);

    referencer.visit(tree);
    return manager;
}

module.exports = { analyze, ScopeManager, Referencer };
