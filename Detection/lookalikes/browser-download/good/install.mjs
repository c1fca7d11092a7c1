import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { homedir, platform, arch } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { unpack } from '@headless-drive/browsers';
import revisions from './lib/revisions.cjs';

const skip = process.env.HEADLESS_SKIP_DOWNLOAD || process.env.npm_config_headless_skip_download;

async function download() {
  if (skip) {
    console.log('**INFO** Skipping browser download, as asked.');
    return;
  }
  const key = `${platform()}-${arch()}`;
  const pinned = revisions.builds[key];
  if (!pinned) throw new Error(`there is no build of the browser for ${key}`);
  const cache = process.env.HEADLESS_CACHE_DIR || join(homedir(), '.cache', 'headless-drive');
  const folder = join(cache, `${key}-${revisions.revision}`);
  if (existsSync(folder)) return;
  mkdirSync(cache, { recursive: true });

  const base = process.env.HEADLESS_DOWNLOAD_BASE_URL || 'https://browsers.example.invalid/builds';
  const url = `${base}/${revisions.revision}/${pinned.file}`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Download failed: ${url} answered ${response.status}`);
  const total = Number(response.headers.get('content-length'));
  const hash = createHash('sha256');
  let seen = 0;
  const archive = join(cache, pinned.file);
  const meter = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      seen += chunk.length;
      if (process.stdout.isTTY && total) process.stdout.write(`\r${Math.floor((seen / total) * 100)} %`);
      done(null, chunk);
    },
  });
  await pipeline(Readable.fromWeb(response.body), meter, createWriteStream(archive));
  if (hash.digest('hex') !== pinned.sha256) throw new Error(`the digest of ${pinned.file} is not the pinned one`);
  await unpack(archive, folder);
}

download().catch((error) => {
  console.error('ERROR: Failed to set up the browser! Set HEADLESS_SKIP_DOWNLOAD to skip it.');
  console.error(error);
  process.exit(1);
});
