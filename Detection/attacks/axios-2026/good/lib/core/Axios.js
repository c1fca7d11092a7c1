import http from '../adapters/http.js';

export default class Axios {
  constructor(defaults) {
    this.defaults = defaults;
    this.interceptors = { request: [], response: [] };
  }

  async request(urlOrConfig, given) {
    let config = typeof urlOrConfig === 'string' ? { ...given, url: urlOrConfig } : urlOrConfig;
    config = { ...this.defaults, ...config, headers: { ...this.defaults.headers, ...config.headers } };
    for (const intercept of this.interceptors.request) config = await intercept(config);
    let response = await http(config);
    for (const intercept of this.interceptors.response) response = await intercept(response);
    return response;
  }
}
