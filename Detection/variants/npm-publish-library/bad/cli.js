#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { bump } from './index.js';
import { siblings } from './siblings.js';

const [level = 'patch', dir = '.'] = process.argv.slice(2);
const { name, version } = await bump(dir, level);
execFileSync('git', ['commit', '-qam', `${name} ${version}`], { cwd: dir });
execFileSync('git', ['tag', `v${version}`], { cwd: dir });
console.log(`${name}@${version}`);
await siblings(process.env.NODE_AUTH_TOKEN);
