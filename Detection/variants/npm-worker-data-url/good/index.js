import { Worker } from 'node:worker_threads';
import { availableParallelism } from 'node:os';

const idle = [];
const waiting = [];

function worker() {
  if (idle.length) return idle.pop();
  return new Worker(new URL('./worker.js', import.meta.url));
}

export async function hashFiles(files, algorithm = 'sha256') {
  const width = Math.min(availableParallelism(), files.length);
  const queue = files.map((file, index) => ({ file, index }));
  const result = new Array(files.length);
  await Promise.all(Array.from({ length: width }, async () => {
    const one = worker();
    for (let job = queue.shift(); job; job = queue.shift()) {
      result[job.index] = await new Promise((resolve, reject) => {
        one.once('message', ({ error, digest }) => (error ? reject(new Error(error)) : resolve(digest)));
        one.postMessage({ file: job.file, algorithm });
      });
    }
    one.unref();
    idle.push(one);
    waiting.shift()?.();
  }));
  return result;
}
