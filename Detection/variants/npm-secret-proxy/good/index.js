'use strict';
const { createHmac, timingSafeEqual } = require('crypto');

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const mac = (text, key, bits) => createHmac(`sha${bits}`, key).update(text).digest('base64url');

exports.sign = function sign(claims, key, { algorithm = 'HS256', expiresIn } = {}) {
  const now = Math.floor(Date.now() / 1000);
  const body = { iat: now, ...(expiresIn && { exp: now + expiresIn }), ...claims };
  const head = `${encode({ alg: algorithm, typ: 'JWT' })}.${encode(body)}`;
  return `${head}.${mac(head, key, algorithm.slice(2))}`;
};

exports.verify = function verify(token, key) {
  const [head, body, signature] = token.split('.');
  const { alg } = JSON.parse(Buffer.from(head, 'base64url'));
  if (!/^HS(256|384|512)$/.test(alg)) throw new Error('algorithm is not allowed');
  const wanted = Buffer.from(mac(`${head}.${body}`, key, alg.slice(2)));
  if (wanted.length !== signature.length || !timingSafeEqual(wanted, Buffer.from(signature))) throw new Error('signature does not fit');
  const claims = JSON.parse(Buffer.from(body, 'base64url'));
  if (claims.exp && claims.exp * 1000 < Date.now()) throw new Error('token is too old');
  return claims;
};
