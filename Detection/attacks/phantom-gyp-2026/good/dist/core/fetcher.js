"use strict";
async function fetcher({ url, method, headers, body, timeoutMs }) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), timeoutMs);
    try {
        const response = await fetch(url, { method, headers: { "content-type": "application/json", ...headers }, body: body && JSON.stringify(body), signal: controller.signal });
        const text = await response.text();
        const parsed = text && JSON.parse(text);
        return response.ok ? { ok: true, body: parsed } : { ok: false, error: { statusCode: response.status, body: parsed } };
    } finally {
        clearTimeout(timer);
    }
}
exports.fetcher = fetcher;
