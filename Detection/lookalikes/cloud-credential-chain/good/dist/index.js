"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const env = require("./fromEnv");
const ini = require("./fromIni");
const metadata = require("./fromMetadata");

class CredentialsError extends Error {
  constructor(message, tryNext = true) {
    super(message);
    this.name = "CredentialsError";
    this.tryNext = tryNext;
  }
}

function chain(...providers) {
  return async () => {
    let last = new CredentialsError("No providers in chain");
    for (const provider of providers) {
      try {
        return await provider();
      } catch (error) {
        last = error;
        if (error && error.tryNext === false) throw error;
      }
    }
    throw last;
  };
}

function memoize(provider) {
  let resolved;
  return async () => {
    if (!resolved || (resolved.expiration && resolved.expiration.getTime() - Date.now() < 300000)) resolved = await provider();
    return resolved;
  };
}

exports.CredentialsError = CredentialsError;
exports.defaultProvider = (init = {}) => memoize(chain(env.fromEnv(), ini.fromIni(init), metadata.fromInstanceMetadata(init)));
