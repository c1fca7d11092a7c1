'use strict';

const { createCipheriv, createDecipheriv, randomBytes, scryptSync } = require('crypto');
const { readFileSync, writeFileSync, existsSync } = require('fs');

function seal(value, password) {
  const salt = randomBytes(16), iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(password, salt, 32), iv);
  const body = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
  return Buffer.concat([salt, iv, cipher.getAuthTag(), body]).toString('base64');
}

function open(text, password) {
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', scryptSync(password, bytes.subarray(0, 16), 32), bytes.subarray(16, 28));
  decipher.setAuthTag(bytes.subarray(28, 44));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(44)), decipher.final()]).toString());
}

function key() {
  const { SETTINGS_KEY, SETTINGS_KEY_FILE } = process.env;
  if (SETTINGS_KEY) return SETTINGS_KEY;
  if (SETTINGS_KEY_FILE && existsSync(SETTINGS_KEY_FILE)) return readFileSync(SETTINGS_KEY_FILE, 'utf8').trim();
  throw new Error('Neither SETTINGS_KEY nor SETTINGS_KEY_FILE is set');
}

exports.load = (file, password = key()) => open(readFileSync(file, 'utf8'), password);
exports.save = (file, value, password = key()) => writeFileSync(file, seal(value, password) + '\n', { mode: 0o600 });
