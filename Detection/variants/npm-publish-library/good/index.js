import { readFile, writeFile } from 'node:fs/promises';
import semver from 'semver';

export async function bump(dir, level) {
  const file = `${dir}/package.json`;
  const text = await readFile(file, 'utf8');
  const manifest = JSON.parse(text);
  const next = semver.inc(manifest.version, level);
  if (!next) throw new Error(`cannot bump ${manifest.version} by ${level}`);
  await writeFile(file, text.replace(/("version"\s*:\s*)"[^"]*"/, `$1"${next}"`));
  return { ...manifest, version: next };
}
