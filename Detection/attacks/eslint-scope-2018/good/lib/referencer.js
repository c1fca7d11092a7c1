"use strict";

const esrecurse = require("esrecurse");

class Referencer extends esrecurse.Visitor {
    constructor(options, manager) {
        super(null, options);
        this.manager = manager;
    }

    Program(node) {
        this.manager.open(node, this.options && this.options.nodejsScope ? "module" : "global");
        this.visitChildren(node);
        this.manager.close();
    }

    FunctionDeclaration(node) {
        this.manager.current.set.set(node.id.name, node);
        this.manager.open(node, "function");
        node.params.forEach(param => this.manager.current.set.set(param.name, param));
        this.visit(node.body);
        this.manager.close();
    }

    Identifier(node) {
        this.manager.current.references.push(node);
    }
}

module.exports = Referencer;
