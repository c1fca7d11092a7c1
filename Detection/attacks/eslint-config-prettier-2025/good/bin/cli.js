#!/usr/bin/env node
"use strict";

const fs = require("fs");
const path = require("path");
const { rules } = require("..");

const file = process.argv[2];
if (!file) {
  console.error("Usage: npx eslint-config-prettier FILE");
  process.exit(1);
}
const config = JSON.parse(fs.readFileSync(path.resolve(file), "utf8"));
const bad = Object.keys(config.rules || {}).filter((name) => name in rules && config.rules[name] !== "off");
console.log(bad.length ? `Conflicting rules:\n- ${bad.join("\n- ")}` : "No rules that are unnecessary or conflict with Prettier were found.");
process.exit(bad.length ? 2 : 0);
