"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.MisoClient = void 0;

/* runtime */
class MisoClient {
    constructor(config) {
        if (!config || !config.controllerUrl) throw new Error("controllerUrl is required");
        this.config = { timeout: 30000, ...config };
        this.permissions = new Map();
    }

    async request(method, path, body, token) {
        const response = await fetch(new URL(path, this.config.controllerUrl), {
            method,
            headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
            body: body && JSON.stringify(body),
            signal: AbortSignal.timeout(this.config.timeout),
        });
        if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
        return response.json();
    }

    async validateToken(token) {
        const { authenticated } = await this.request("POST", "/api/auth/validate", { token });
        return authenticated === true;
    }

    async getRoles(token) {
        const { roles } = await this.request("GET", "/api/auth/roles", undefined, token);
        return roles ?? [];
    }

    async hasPermission(token, permission) {
        if (!this.permissions.has(token)) {
            const { permissions } = await this.request("GET", "/api/auth/permissions", undefined, token);
            this.permissions.set(token, new Set(permissions));
        }
        return this.permissions.get(token).has(permission);
    }
}
exports.MisoClient = MisoClient;
