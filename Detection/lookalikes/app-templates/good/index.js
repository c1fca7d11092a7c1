#!/usr/bin/env node
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';

const templates = path.join(path.dirname(fileURLToPath(import.meta.url)), 'templates');
const [target = 'tinyapp', template = 'vanilla'] = process.argv.slice(2);
const rename = { _gitignore: '.gitignore', _npmrc: '.npmrc' };

function copy(from, to) {
  const stat = fs.statSync(from);
  if (stat.isDirectory()) {
    fs.mkdirSync(to, { recursive: true });
    for (const name of fs.readdirSync(from)) copy(path.join(from, name), path.join(to, rename[name] ?? name));
  } else {
    fs.copyFileSync(from, to);
  }
}

const root = path.resolve(target);
if (fs.existsSync(root) && fs.readdirSync(root).length > 0) {
  console.error(`${root} is not empty`);
  process.exit(1);
}
copy(path.join(templates, template), root);
const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
manifest.name = path.basename(root);
fs.writeFileSync(path.join(root, 'package.json'), JSON.stringify(manifest, null, 2) + '\n');
spawnSync('git', ['init', '-q'], { cwd: root, stdio: 'ignore' });
console.log(`done; now: cd ${target} && npm install`);
