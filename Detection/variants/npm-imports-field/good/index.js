import { now, sleep } from '#clock';

export class Queue {
  #jobs = [];
  #running = 0;

  constructor({ concurrency = 4, interval = 0 } = {}) {
    this.concurrency = concurrency;
    this.interval = interval;
    this.last = -Infinity;
  }

  add(job) {
    return new Promise((resolve, reject) => {
      this.#jobs.push({ job, resolve, reject });
      this.#next();
    });
  }

  async #next() {
    if (this.#running >= this.concurrency || !this.#jobs.length) return;
    this.#running++;
    const { job, resolve, reject } = this.#jobs.shift();
    const wait = this.last + this.interval - now();
    if (wait > 0) await sleep(wait);
    this.last = now();
    try {
      resolve(await job());
    } catch (error) {
      reject(error);
    }
    this.#running--;
    this.#next();
  }
}
