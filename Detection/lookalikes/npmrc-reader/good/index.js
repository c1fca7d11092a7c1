const https = require('https');
const http = require('http');
const registry = require('./registry');

function getJSON(url, headers) {
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'http:' ? http : https;
    client.get(url, { headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => (text += part));
      response.on('end', () => {
        if (response.statusCode === 404) return reject(new Error(`${url.pathname.slice(1)} is not in the registry`));
        if (response.statusCode >= 400) return reject(new Error(`${url.host} answered ${response.statusCode}`));
        try {
          resolve(JSON.parse(text));
        } catch (error) {
          reject(error);
        }
      });
    }).on('error', reject);
  });
}

module.exports = async function latest(name, range = 'latest') {
  const scope = name.startsWith('@') ? name.slice(0, name.indexOf('/')) : undefined;
  const base = registry.url(scope);
  const headers = { accept: 'application/vnd.npm.install-v1+json' };
  const auth = registry.authorization(base);
  if (auth) headers.authorization = auth;
  const document = await getJSON(new URL(encodeURIComponent(name).replace(/^%40/, '@'), base), headers);
  const tags = document['dist-tags'] || {};
  if (!tags[range]) throw new Error(`${name} has no tag ${range}`);
  return tags[range];
};
