import { rm } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';

export const defaults = ['dist', 'build', 'coverage', '.cache', 'node_modules/.cache'];

export function inside(root, path) {
  const way = relative(root, resolve(root, path));
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) !== resolve(way, root);
}

export async function clean(root, paths = defaults) {
  const done = [];
  for (const path of paths) {
    if (!inside(root, path)) throw new Error(`${path} is not inside ${root}`);
    await rm(resolve(root, path), { recursive: true, force: true, maxRetries: 3 });
    done.push(path);
  }
  return done;
}
