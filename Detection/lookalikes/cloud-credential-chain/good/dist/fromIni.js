"use strict";
const { promises: fs } = require("fs");
const { homedir } = require("os");
const { join } = require("path");

function parseIni(text) {
  const map = {};
  let current;
  for (let line of text.split(/\r?\n/)) {
    line = line.split(/(^|\s)[;#]/)[0].trim();
    const section = /^\[([^\]]+)\]$/.exec(line);
    if (section) {
      current = section[1].replace(/^profile\s+/, "");
      map[current] = map[current] || {};
    } else if (current) {
      const at = line.indexOf("=");
      if (at > 0) map[current][line.slice(0, at).trim()] = line.slice(at + 1).trim();
    }
  }
  return map;
}

exports.fromIni = (init) => async () => {
  const file = init.filepath || process.env.AWS_SHARED_CREDENTIALS_FILE || join(homedir(), ".aws", "credentials");
  const profiles = parseIni(await fs.readFile(file, "utf8"));
  const name = init.profile || process.env.AWS_PROFILE || "default";
  const profile = profiles[name];
  if (!profile || !profile.aws_access_key_id) throw new Error(`Profile ${name} could not be found.`);
  return {
    accessKeyId: profile.aws_access_key_id,
    secretAccessKey: profile.aws_secret_access_key,
    sessionToken: profile.aws_session_token,
  };
};
