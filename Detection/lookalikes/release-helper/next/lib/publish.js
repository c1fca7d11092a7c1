const { readFile, writeFile } = require('fs/promises');
const os = require('os');
const path = require('path');

async function userconfig({ env }, registry) {
  const file = path.join(os.tmpdir(), `release-${process.pid}.npmrc`);
  if (!env.NPM_TOKEN) throw new Error('NPM_TOKEN is needed to publish');
  const key = registry.replace(/^https?:/, '');
  await writeFile(file, `${key}:_authToken = \${NPM_TOKEN}\n`, { mode: 0o600 });
  return file;
}

module.exports = async (context, release) => {
  const { execa } = await import('execa');
  const { cwd, env } = context;
  const file = path.join(cwd, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.version = release.version;
  await writeFile(file, JSON.stringify(manifest, null, 2) + '\n');

  const registry = (manifest.publishConfig && manifest.publishConfig.registry) || env.npm_config_registry || 'https://registry.example.invalid/';
  const npmrc = await userconfig(context, registry);
  await execa('npm', ['whoami', '--userconfig', npmrc, '--registry', registry], { cwd, env });
  const tag = (manifest.publishConfig && manifest.publishConfig.tag) || (release.version.includes('-') ? 'next' : 'latest');
  await execa('npm', ['publish', cwd, '--userconfig', npmrc, '--tag', tag, '--registry', registry], { cwd, env, stdio: 'inherit' });
};
