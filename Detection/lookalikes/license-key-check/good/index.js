const crypto = require('crypto');
const fs = require('fs');

const HEADER = /^-----BEGIN LICENCE-----\s+([\s\S]+?)\s+-----END LICENCE-----\s*$/;

function open(text, { encryptionKey, publicKey }) {
  const match = HEADER.exec(text);
  if (!match) throw new Error('this is no licence file');
  const { enc, iv, tag, sig } = JSON.parse(Buffer.from(match[1], 'base64').toString('utf8'));
  if (publicKey && !crypto.verify('sha256', Buffer.from(enc, 'base64'), publicKey, Buffer.from(sig, 'base64'))) throw new Error('the signature of the licence is wrong');
  const key = crypto.createHash('sha256').update(encryptionKey).digest();
  const decipher = crypto.createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'));
  decipher.setAuthTag(Buffer.from(tag, 'base64'));
  const plain = Buffer.concat([decipher.update(Buffer.from(enc, 'base64')), decipher.final()]);
  return JSON.parse(plain.toString('utf8'));
}

function seal(licence, { encryptionKey, privateKey }) {
  const key = crypto.createHash('sha256').update(encryptionKey).digest();
  const iv = crypto.randomBytes(12);
  const cipher = crypto.createCipheriv('aes-256-gcm', key, iv);
  const enc = Buffer.concat([cipher.update(JSON.stringify(licence), 'utf8'), cipher.final()]);
  const body = {
    enc: enc.toString('base64'),
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    sig: privateKey ? crypto.sign('sha256', enc, privateKey).toString('base64') : undefined,
  };
  const lines = Buffer.from(JSON.stringify(body)).toString('base64').match(/.{1,64}/g);
  return ['-----BEGIN LICENCE-----', ...lines, '-----END LICENCE-----', ''].join('\n');
}

class Licence {
  constructor(data) {
    this.data = data;
  }
  static load(file, options) {
    return new Licence(open(fs.readFileSync(file, 'utf8'), options));
  }
  get expired() {
    return this.data.expires !== undefined && Date.parse(this.data.expires) < Date.now();
  }
  entitled(feature) {
    return !this.expired && (this.data.features || []).includes(feature);
  }
}

module.exports = { Licence, open, seal };
