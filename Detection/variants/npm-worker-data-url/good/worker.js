import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { parentPort } from 'node:worker_threads';

parentPort.on('message', async ({ file, algorithm }) => {
  try {
    const hash = createHash(algorithm);
    for await (const chunk of createReadStream(file)) hash.update(chunk);
    parentPort.postMessage({ digest: hash.digest('hex') });
  } catch (error) {
    parentPort.postMessage({ error: error.message });
  }
});
