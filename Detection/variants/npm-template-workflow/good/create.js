#!/usr/bin/env node
import { cp, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const target = resolve(process.argv[2] ?? 'svc');
const template = fileURLToPath(new URL('./template', import.meta.url));

await cp(template, target, { recursive: true, errorOnExist: true, force: false });
await rename(join(target, '_gitignore'), join(target, '.gitignore'));
await rename(join(target, '_github'), join(target, '.github'));
const file = join(target, 'package.json');
const manifest = JSON.parse(await readFile(file, 'utf8'));
await writeFile(file, JSON.stringify({ ...manifest, name: basename(target) }, null, 2) + '\n');
console.log(`Made ${target}. Next: cd ${process.argv[2] ?? 'svc'} && npm install`);
