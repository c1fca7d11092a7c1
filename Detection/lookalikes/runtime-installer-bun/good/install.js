const child_process = require("child_process");
const crypto = require("crypto");
const fs = require("fs");
const os = require("os");
const path = require("path");
const { version, optionalDependencies } = require("./package.json");
const digests = require("./digests.json");

const target = path.join(__dirname, "bin", "bunlike.exe");
const name = `@ovenlike/${process.platform}-${os.arch() === "arm64" ? "aarch64" : os.arch()}`;

function fromOptional() {
  try {
    return require.resolve(`${name}/bin/bunlike`);
  } catch {
    return null;
  }
}

function fromRegistry() {
  const folder = fs.mkdtempSync(path.join(__dirname, "install-"));
  try {
    fs.writeFileSync(path.join(folder, "package.json"), "{}");
    child_process.execSync(`npm install --loglevel=error --prefer-offline --no-audit --progress=false --ignore-scripts ${name}@${optionalDependencies[name]}`, { cwd: folder, stdio: "pipe", env: { ...process.env, npm_config_global: undefined } });
    const file = path.join(folder, "node_modules", name, "bin", "bunlike");
    const digest = crypto.createHash("sha512").update(fs.readFileSync(file)).digest("base64");
    if (digest !== digests[name]) throw new Error(`the digest of ${name} is wrong`);
    fs.renameSync(file, target);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

if (!optionalDependencies[name]) throw new Error(`Unsupported platform: ${name}`);
const found = fromOptional();
if (found) {
  fs.rmSync(target, { force: true });
  try { fs.linkSync(found, target); } catch { fs.copyFileSync(found, target); }
} else fromRegistry();
fs.chmodSync(target, 0o755);
const answer = child_process.execFileSync(target, ["--version"]).toString().trim();
if (answer !== version) throw new Error(`Expected ${version}, got ${answer}`);
