'use strict';
const https = require('https');

class Connection {
  constructor(endpoint, commitment = 'confirmed') {
    this.endpoint = new URL(endpoint);
    this.commitment = commitment;
    this.id = 0;
  }
  rpc(method, params) {
    const body = JSON.stringify({ jsonrpc: '2.0', id: ++this.id, method, params });
    return new Promise((resolve, reject) => {
      const request = https.request(this.endpoint, { method: 'POST', headers: { 'content-type': 'application/json' } }, (response) => {
        const chunks = [];
        response.on('data', (c) => chunks.push(c));
        response.on('end', () => {
          const answer = JSON.parse(Buffer.concat(chunks).toString());
          if (answer.error) reject(new Error(answer.error.message));
          else resolve(answer.result);
        });
      });
      request.on('error', reject);
      request.end(body);
    });
  }
  getSlot() {
    return this.rpc('getSlot', [{ commitment: this.commitment }]);
  }
  getBalance(publicKey) {
    return this.rpc('getBalance', [publicKey.toString('hex'), { commitment: this.commitment }]);
  }
  async sendTransaction(transaction, signers) {
    transaction.recentBlockhash = transaction.recentBlockhash || (await this.rpc('getLatestBlockhash', [])).blockhash;
    transaction.sign(...signers);
    return this.rpc('sendTransaction', [transaction.serialize().toString('base64'), { encoding: 'base64' }]);
  }
}

exports.Connection = Connection;
