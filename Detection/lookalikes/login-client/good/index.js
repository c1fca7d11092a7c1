'use strict';
const https = require('https');
const crypto = require('crypto');

class NotesClient {
  constructor({ server, username, password, privateKey }) {
    this.server = new URL(server);
    this.username = username;
    this.password = password;
    this.privateKey = privateKey;
    this.session = null;
  }

  request(method, path, body) {
    const headers = { 'content-type': 'application/json' };
    if (this.session) headers.authorization = `Bearer ${this.session.token}`;
    if (this.privateKey) headers.signature = crypto.sign('sha256', Buffer.from(method + path), this.privateKey).toString('base64');
    return new Promise((resolve, reject) => {
      const request = https.request(new URL(path, this.server), { method, headers }, (response) => {
        const chunks = [];
        response.on('data', (c) => chunks.push(c));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode >= 400) reject(new Error(`${path} answered ${response.statusCode}: ${text}`));
          else resolve(text ? JSON.parse(text) : null);
        });
      });
      request.on('error', reject);
      request.end(body && JSON.stringify(body));
    });
  }

  async login() {
    this.session = await this.request('POST', '/api/session', { username: this.username, password: this.password });
    return this.session;
  }

  async list(query = {}) {
    if (!this.session) await this.login();
    return this.request('GET', `/api/notes?${new URLSearchParams(query)}`);
  }

  async save(note) {
    if (!this.session) await this.login();
    return note.id ? this.request('PUT', `/api/notes/${note.id}`, note) : this.request('POST', '/api/notes', note);
  }
}

module.exports = { NotesClient };
