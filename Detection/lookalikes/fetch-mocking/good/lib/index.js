'use strict';
const { interceptXHR } = require('./xhr');

class MockServer {
  constructor(...handlers) {
    this.handlers = handlers;
    this.log = [];
  }
  use(...handlers) { this.handlers.unshift(...handlers); }
  async resolve(request) {
    this.log.push({ method: request.method, url: request.url });
    for (const handler of this.handlers) {
      if (!handler.matches(request)) continue;
      const answer = await handler.resolve(request);
      if (answer) return answer;
    }
    return undefined;
  }
  listen({ onUnhandledRequest = 'warn' } = {}) {
    const server = this;
    const pure = globalThis.fetch;
    globalThis.fetch = async function fetch(input, init) {
      const request = new Request(input, init);
      const answer = await server.resolve(request.clone());
      if (answer) return answer;
      if (onUnhandledRequest === 'error') throw new TypeError(`there is no handler for ${request.method} ${request.url}`);
      if (onUnhandledRequest === 'warn') console.warn(`there is no handler for ${request.method} ${request.url}`);
      return pure.call(globalThis, request);
    };
    this.restoreXHR = interceptXHR(globalThis, server);
    this.close = () => {
      globalThis.fetch = pure;
      this.restoreXHR();
    };
  }
}

const handler = (method) => (path, resolve) => ({
  matches(request) {
    const url = new URL(request.url);
    const pattern = typeof path === 'string' ? new RegExp(`^${path.replace(/:[a-z]+/gi, '[^/]+')}$`) : path;
    return request.method === method && (pattern.test(url.pathname) || pattern.test(url.href));
  },
  resolve,
});

exports.http = { get: handler('GET'), post: handler('POST'), put: handler('PUT'), delete: handler('DELETE') };
exports.json = (body, init = {}) => new Response(JSON.stringify(body), { ...init, headers: { 'content-type': 'application/json', ...init.headers } });
exports.setupServer = (...handlers) => new MockServer(...handlers);
