'use strict';
const base = process.env.CLOUDCTL_API || 'https://api.cloudctl.example.invalid';

async function call(method, path, body) {
  const token = process.env.CLOUDCTL_TOKEN;
  if (!token) throw new Error('CLOUDCTL_TOKEN is not set');
  const response = await fetch(base + path, { method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: body && JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

exports.status = (service) => call('GET', `/v1/services/${encodeURIComponent(service)}`);
exports.deploy = (service, image) => call('POST', `/v1/services/${encodeURIComponent(service)}/deployments`, { image });
