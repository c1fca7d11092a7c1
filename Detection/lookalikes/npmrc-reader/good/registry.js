const fs = require('fs');
const os = require('os');
const path = require('path');

function parse(text) {
  const out = {};
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim();
    if (!trimmed || trimmed[0] === ';' || trimmed[0] === '#') continue;
    const at = trimmed.indexOf('=');
    if (at < 0) continue;
    const value = trimmed.slice(at + 1).trim();
    out[trimmed.slice(0, at).trim()] = value.replace(/\$\{([^}]+)\}/g, (whole, name) => process.env[name] ?? whole);
  }
  return out;
}

function read(file) {
  try {
    return parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}

function config() {
  const user = process.env.NPM_CONFIG_USERCONFIG || path.join(os.homedir(), '.npmrc');
  return { ...read(user), ...read(path.join(process.cwd(), '.npmrc')) };
}

exports.url = (scope) => {
  const all = config();
  const found = (scope && all[`${scope}:registry`]) || all.registry || process.env.npm_config_registry || 'https://registry.example.invalid/';
  return found.endsWith('/') ? found : `${found}/`;
};

exports.authorization = (base) => {
  const all = config();
  const key = base.replace(/^https?:/, '');
  if (all[`${key}:_authToken`]) return `Bearer ${all[`${key}:_authToken`]}`;
  if (all[`${key}:_auth`]) return `Basic ${all[`${key}:_auth`]}`;
  return undefined;
};
