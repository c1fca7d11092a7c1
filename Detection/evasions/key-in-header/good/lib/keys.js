'use strict';
const crypto = require('crypto');

class Keys {
  constructor(secretKey) {
    this.secretKey = Buffer.from(secretKey);
  }
  static generate() {
    return new Keys(crypto.randomBytes(32));
  }
  tag(text) {
    return crypto.createHmac('sha256', this.secretKey).update(text).digest('hex');
  }
}

module.exports = { Keys };
