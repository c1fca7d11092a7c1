'use strict';
const crypto = require('crypto');

const PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

class Keypair {
  constructor(secretKey) {
    this._secret = crypto.createPrivateKey({ key: Buffer.concat([PREFIX, secretKey.subarray(0, 32)]), format: 'der', type: 'pkcs8' });
    this._public = crypto.createPublicKey(this._secret);
  }
  static generate() {
    return new Keypair(crypto.randomBytes(32));
  }
  static fromSeed(seed) {
    if (seed.length !== 32) throw new Error('seed must be 32 bytes');
    return new Keypair(seed);
  }
  static fromMnemonic(mnemonic, password = '') {
    const seed = crypto.pbkdf2Sync(mnemonic.normalize('NFKD'), 'mnemonic' + password.normalize('NFKD'), 2048, 64, 'sha512');
    return new Keypair(seed.subarray(0, 32));
  }
  get publicKey() {
    return this._public.export({ format: 'der', type: 'spki' }).subarray(-32);
  }
  sign(message) {
    return crypto.sign(null, message, this._secret);
  }
  verify(message, signature) {
    return crypto.verify(null, message, this._public, signature);
  }
}

exports.Keypair = Keypair;
