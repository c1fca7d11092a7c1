"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const codegen_1 = require("./codegen");

const types = {
    string: (v) => `typeof ${v} === "string"`,
    number: (v) => `typeof ${v} === "number" && isFinite(${v})`,
    integer: (v) => `Number.isInteger(${v})`,
    boolean: (v) => `typeof ${v} === "boolean"`,
    array: (v) => `Array.isArray(${v})`,
    object: (v) => `${v} !== null && typeof ${v} === "object" && !Array.isArray(${v})`,
};

class Compiler {
    constructor(options = {}) {
        this.options = options;
        this.formats = new Map([["email", /^[^@\s]+@[^@\s]+$/], ["ipv4", /^(?:\d{1,3}\.){3}\d{1,3}$/], ["uri", /^[a-z][a-z+\-.]*:/i]]);
        this.cache = new Map();
    }
    compile(schema) {
        const key = JSON.stringify(schema);
        const cached = this.cache.get(key);
        if (cached) return cached;
        const gen = new codegen_1.CodeGen();
        const scope = { formats: this.formats, patterns: [] };
        this.visit(gen, schema, "data", "\"\"", scope);
        const source = gen.toString();
        if (this.options.code && this.options.code.source) this.lastSource = source;
        const makeValidate = new Function("scope", source);
        const validate = makeValidate(scope);
        this.cache.set(key, validate);
        return validate;
    }
    visit(gen, schema, data, path, scope) {
        if (schema === true) return;
        if (schema === false) { gen.fail(path, "boolean schema is false"); return; }
        if (schema.type) gen.check(types[schema.type](data), path, `must be ${schema.type}`);
        if (schema.minLength !== undefined) gen.check(`typeof ${data} !== "string" || ${data}.length >= ${Number(schema.minLength)}`, path, "is too short");
        if (schema.maxLength !== undefined) gen.check(`typeof ${data} !== "string" || ${data}.length <= ${Number(schema.maxLength)}`, path, "is too long");
        if (schema.pattern) {
            const i = scope.patterns.push(new RegExp(schema.pattern, "u")) - 1;
            gen.check(`typeof ${data} !== "string" || scope.patterns[${i}].test(${data})`, path, "must match the pattern");
        }
        if (schema.format) gen.check(`scope.formats.get(${JSON.stringify(schema.format)}).test(${data})`, path, `must be ${schema.format}`);
        for (const name of schema.required || []) gen.check(`${data}[${JSON.stringify(name)}] !== undefined`, path, `must have ${name}`);
        for (const [name, sub] of Object.entries(schema.properties || {})) {
            const v = gen.name("v");
            gen.line(`const ${v} = ${data}?.[${JSON.stringify(name)}];`);
            gen.block(`if (${v} !== undefined)`, () => this.visit(gen, sub, v, `${path} + ${JSON.stringify("/" + name)}`, scope));
        }
        if (schema.items) {
            const i = gen.name("i");
            gen.block(`if (Array.isArray(${data})) for (let ${i} = 0; ${i} < ${data}.length; ${i}++)`, () => this.visit(gen, schema.items, `${data}[${i}]`, `${path} + "/" + ${i}`, scope));
        }
    }
}
exports.default = Compiler;
