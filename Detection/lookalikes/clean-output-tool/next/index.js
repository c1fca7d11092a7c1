import { readdir, rm } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';

export const defaults = ['dist', 'build', 'coverage', '.cache', 'node_modules/.cache', '*.tsbuildinfo'];

export function inside(root, path) {
  const way = relative(root, resolve(root, path));
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) !== resolve(way, root);
}

async function expand(root, path) {
  if (!path.includes('*')) return [path];
  const test = new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*')}$`);
  return (await readdir(root)).filter((name) => test.test(name));
}

export async function clean(root, paths = defaults) {
  const done = [];
  for (const path of (await Promise.all(paths.map((pattern) => expand(root, pattern)))).flat()) {
    if (!inside(root, path)) throw new Error(`${path} is not inside ${root}`);
    await rm(resolve(root, path), { recursive: true, force: true, maxRetries: 3 });
    done.push(path);
  }
  return done;
}
