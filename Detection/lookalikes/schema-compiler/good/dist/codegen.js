"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
class CodeGen {
    constructor() {
        this.lines = [];
        this.names = 0;
        this.depth = 2;
    }
    name(prefix) { return `${prefix}${this.names++}`; }
    line(text) { this.lines.push("  ".repeat(this.depth) + text); }
    block(head, body) {
        this.line(`${head} {`);
        this.depth++;
        body();
        this.depth--;
        this.line("}");
    }
    fail(path, message) { this.line(`errors.push({ path: ${path}, message: ${JSON.stringify(message)} });`); }
    check(condition, path, message) {
        this.block(`if (!(${condition}))`, () => this.fail(path, message));
    }
    toString() {
        return `return function validate(data) {\n    const errors = [];\n${this.lines.join("\n")}\n    validate.errors = errors.length ? errors : null;\n    return errors.length === 0;\n};`;
    }
}
exports.CodeGen = CodeGen;
