#!/usr/bin/env node
require('../lib/index.js')({ cwd: process.cwd(), env: process.env, dryRun: process.argv.includes('--dry-run') })
  .catch((error) => { console.error(error.message); process.exitCode = 1; });
