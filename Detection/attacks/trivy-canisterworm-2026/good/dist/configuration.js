"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
class Configuration {
    constructor(param = {}) {
        this.accessToken = param.accessToken;
        this.basePath = param.basePath || 'https://apiv2.emil.example.invalid';
    }
    headers() {
        return this.accessToken ? { authorization: `Bearer ${this.accessToken}` } : {};
    }
}
exports.Configuration = Configuration;
