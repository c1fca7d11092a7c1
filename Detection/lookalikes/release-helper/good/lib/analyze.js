const { readFile } = require('fs/promises');
const path = require('path');
const semver = require('semver');

module.exports = async ({ cwd }) => {
  const { execa } = await import('execa');
  const manifest = JSON.parse(await readFile(path.join(cwd, 'package.json'), 'utf8'));
  const { stdout } = await execa('git', ['log', `v${manifest.version}..HEAD`, '--format=%s'], { cwd });
  const subjects = stdout.split('\n').filter(Boolean);
  if (subjects.length === 0) return null;
  const kind = subjects.some((s) => /^[a-z]+!:|BREAKING/.test(s)) ? 'major' : subjects.some((s) => s.startsWith('feat')) ? 'minor' : 'patch';
  return { name: manifest.name, version: semver.inc(manifest.version, kind), notes: subjects.map((s) => `- ${s}`).join('\n') };
};
