const { createHash } = require("node:crypto");
const { readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");

function* walk(dir, test) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === ".git") continue;
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* walk(path, test);
    else if (test.test(entry.name)) yield path;
  }
}

module.exports = function cacheKey(dir, { names = /^(package-lock\.json|yarn\.lock)$/, prefix = process.platform } = {}) {
  const hash = createHash("sha256");
  for (const path of [...walk(dir, names)].sort()) hash.update(path).update(readFileSync(path));
  return `${prefix}-${hash.digest("hex").slice(0, 20)}`;
};
