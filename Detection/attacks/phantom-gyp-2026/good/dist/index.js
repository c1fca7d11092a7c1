"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.VapiClient = exports.VapiError = void 0;
const { fetcher } = require("./core/fetcher");

class VapiError extends Error {
    constructor({ message, statusCode, body }) {
        super([message, statusCode && `Status code: ${statusCode}`, body && `Body: ${JSON.stringify(body)}`].filter(Boolean).join("\n"));
        this.statusCode = statusCode;
        this.body = body;
    }
}
exports.VapiError = VapiError;

class Resource {
    constructor(options, path) {
        this.options = options;
        this.path = path;
    }
    async call(method, suffix = "", body) {
        const response = await fetcher({
            url: `${this.options.environment ?? "https://api.vapi.example.invalid"}${this.path}${suffix}`,
            method,
            headers: { authorization: `Bearer ${this.options.token}`, "x-fern-language": "JavaScript" },
            body,
            timeoutMs: this.options.timeoutInSeconds ? this.options.timeoutInSeconds * 1000 : 60000,
        });
        if (!response.ok) throw new VapiError({ message: method + " " + this.path, ...response.error });
        return response.body;
    }
    list(query) { return this.call("GET", query ? `?${new URLSearchParams(query)}` : ""); }
    create(body) { return this.call("POST", "", body); }
    get(id) { return this.call("GET", `/${encodeURIComponent(id)}`); }
    update(id, body) { return this.call("PATCH", `/${encodeURIComponent(id)}`, body); }
    delete(id) { return this.call("DELETE", `/${encodeURIComponent(id)}`); }
}

class VapiClient {
    constructor(options) {
        for (const [name, path] of [["calls", "/call"], ["assistants", "/assistant"], ["phoneNumbers", "/phone-number"], ["tools", "/tool"]]) {
            this[name] = new Resource(options, path);
        }
    }
}
exports.VapiClient = VapiClient;
