"use strict";
const path = require("path");
const os = require("os");

const known = {
  "linux x64 LE": "@swiftpack/linux-x64",
  "linux arm64 LE": "@swiftpack/linux-arm64",
  "darwin arm64 LE": "@swiftpack/darwin-arm64",
  "win32 x64 LE": "@swiftpack/win32-x64",
};

function packageForPlatform() {
  const key = `${process.platform} ${os.arch()} ${os.endianness()}`;
  const name = known[key];
  if (!name) throw new Error(`Unsupported platform: ${key}`);
  return { name, subpath: process.platform === "win32" ? "swiftpack.exe" : "bin/swiftpack" };
}

function downloadedBinPath(name, subpath) {
  const base = path.dirname(require.resolve("swiftpack/package.json"));
  return path.join(base, `downloaded-${name.replace("/", "-")}-${path.basename(subpath)}`);
}

function binaryPath() {
  if (process.env.SWIFTPACK_BINARY_PATH) return process.env.SWIFTPACK_BINARY_PATH;
  const { name, subpath } = packageForPlatform();
  try {
    return require.resolve(`${name}/${subpath}`);
  } catch {
    return downloadedBinPath(name, subpath);
  }
}

module.exports = { binaryPath, packageForPlatform, downloadedBinPath };
