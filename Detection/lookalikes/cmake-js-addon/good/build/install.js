#!/usr/bin/env node
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join, dirname } = require('node:path');

const root = join(__dirname, '..');
const built = join(root, 'build', 'Release', 'opusflow.node');

function toolchain() {
  const probe = spawnSync('cmake', ['--version'], { encoding: 'utf8' });
  if (probe.error) return null;
  const match = /version (\d+)\.(\d+)/.exec(probe.stdout);
  return match && { major: Number(match[1]), minor: Number(match[2]) };
}

if (existsSync(built) && !process.env.OPUSFLOW_REBUILD) process.exit(0);

const cmake = toolchain();
if (!cmake || cmake.major < 3) {
  console.warn('opusflow: cmake 3.15 or newer is needed for the native encoder; using the slow one');
  process.exit(0);
}

const cli = join(dirname(require.resolve('cmake-js/package.json')), 'bin', 'cmake-js');
const args = [cli, 'compile', '--out', join(root, 'build')];
if (process.env.npm_config_debug) args.push('--debug');
const result = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
process.exit(result.status === 0 ? 0 : 1);
