"use strict";
const childProcess = require("child_process");
const { binaryPath } = require("./platform");

function flags(options) {
  const out = [];
  for (const [key, value] of Object.entries(options)) {
    if (value === true) out.push(`--${key}`);
    else if (Array.isArray(value)) for (const item of value) out.push(`--${key}:${item}`);
    else if (value !== undefined && value !== false) out.push(`--${key}=${value}`);
  }
  return out;
}

exports.build = function build({ entryPoints = [], ...options }) {
  return new Promise((resolve, reject) => {
    const child = childProcess.spawn(binaryPath(), [...entryPoints, ...flags(options)], {
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    const stdout = [];
    const stderr = [];
    child.stdout.on("data", (chunk) => stdout.push(chunk));
    child.stderr.on("data", (chunk) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve({ code: Buffer.concat(stdout).toString() });
      else reject(new Error(Buffer.concat(stderr).toString()));
    });
  });
};

exports.buildSync = function buildSync({ entryPoints = [], ...options }) {
  const stdout = childProcess.execFileSync(binaryPath(), [...entryPoints, ...flags(options)], { windowsHide: true });
  return { code: stdout.toString() };
};

exports.version = require("../package.json").version;
