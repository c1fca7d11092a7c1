"use strict";
const fs = require("fs");
const path = require("path");
function findWorkspaceRoot(dir) {
    if (fs.existsSync(path.join(dir, "nx.json"))) return { type: "nx", dir };
    const parent = path.dirname(dir);
    return parent === dir ? null : findWorkspaceRoot(parent);
}
exports.findWorkspaceRoot = findWorkspaceRoot;
