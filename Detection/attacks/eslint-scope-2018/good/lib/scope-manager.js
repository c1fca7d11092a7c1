"use strict";

class ScopeManager {
    constructor(options) {
        this.options = options;
        this.scopes = [];
        this.current = null;
        this.nodeToScope = new WeakMap();
    }

    open(node, type) {
        const scope = { type, block: node, upper: this.current, set: new Map(), references: [], through: [] };

        this.nodeToScope.set(node, scope);
        this.scopes.push(scope);
        this.current = scope;
        return scope;
    }

    close() {
        const scope = this.current;

        for (const reference of scope.references) {
            if (!scope.set.has(reference.name)) {
                scope.through.push(reference);
                if (scope.upper) {
                    scope.upper.references.push(reference);
                }
            }
        }
        this.current = scope.upper;
    }

    acquire(node) {
        return this.nodeToScope.get(node) || null;
    }
}

module.exports = ScopeManager;
