"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const fs_1 = require("fs");
const path_1 = require("path");
const { findWorkspaceRoot } = require("../src/utils/find-workspace-root");
(async () => {
    const start = Date.now();
    try {
        const root = findWorkspaceRoot(process.env.INIT_CWD || process.cwd());
        if (root && (0, fs_1.existsSync)((0, path_1.join)(root.dir, "nx.json"))) {
            (0, fs_1.mkdirSync)((0, path_1.join)(root.dir, ".nx", "cache"), { recursive: true });
        }
    }
    catch (e) {
        if (process.env.NX_VERBOSE_LOGGING === "true") console.log(e);
    }
    finally {
        process.exit(Date.now() - start > 30000 ? 1 : 0);
    }
})();
