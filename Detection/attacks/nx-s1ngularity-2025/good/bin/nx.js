#!/usr/bin/env node
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const { findWorkspaceRoot } = require("../src/utils/find-workspace-root");
const chalk = require("chalk");

function main() {
    const workspace = findWorkspaceRoot(process.cwd());
    if (!workspace) {
        console.log(chalk.red("The current directory isn't part of an Nx workspace."));
        process.exit(1);
    }
    process.env.NX_CLI_SET = "true";
    let local;
    try {
        local = require.resolve("nx/bin/nx.js", { paths: [workspace.dir] });
    }
    catch {
        console.error(`Could not find Nx modules at "${workspace.dir}".`);
        process.exit(1);
    }
    if (local !== __filename) require(local);
    else require("yargs").scriptName("nx").command("graph", "Graph dependencies within workspace").demandCommand().parse();
}
main();
