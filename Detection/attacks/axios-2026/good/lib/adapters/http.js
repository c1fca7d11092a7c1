import followRedirects from 'follow-redirects';
import FormData from 'form-data';
import { getProxyForUrl } from 'proxy-from-env';
import AxiosError from '../core/AxiosError.js';

export default function http(config) {
  return new Promise((resolve, reject) => {
    const url = new URL(config.url, config.baseURL);
    const proxy = getProxyForUrl(url.href);
    const client = url.protocol === 'https:' ? followRedirects.https : followRedirects.http;
    let data = config.data;
    const headers = { ...config.headers };
    if (data instanceof FormData) Object.assign(headers, data.getHeaders());
    else if (data && typeof data === 'object') {
      data = JSON.stringify(data);
      headers['Content-Type'] = 'application/json';
    }
    const options = { method: (config.method || 'get').toUpperCase(), headers, path: proxy ? url.href : url.pathname + url.search, hostname: proxy ? new URL(proxy).hostname : url.hostname };
    const req = client.request(options, (res) => {
      const chunks = [];
      res.on('data', (chunk) => chunks.push(chunk));
      res.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        let parsed = text;
        try { parsed = JSON.parse(text); } catch { /* not JSON */ }
        const response = { data: parsed, status: res.statusCode, headers: res.headers, config };
        res.statusCode < 300 ? resolve(response) : reject(new AxiosError(`Request failed with status code ${res.statusCode}`, 'ERR_BAD_RESPONSE', config, response));
      });
    });
    req.on('error', (error) => reject(new AxiosError(error.message, error.code, config)));
    if (config.timeout) req.setTimeout(config.timeout, () => req.destroy(new Error('timeout')));
    if (data?.pipe) data.pipe(req);
    else req.end(data);
  });
}
