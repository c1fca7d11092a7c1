const real = { Date, setTimeout, clearTimeout };

export class Clock {
  constructor(now = 0) {
    this.now = now;
    this.queue = [];
    this.next = 1;
  }

  install() {
    const clock = this;
    globalThis.Date = class extends real.Date {
      constructor(...args) { args.length ? super(...args) : super(clock.now); }
      static now() { return clock.now; }
    };
    globalThis.setTimeout = (run, delay = 0, ...args) => {
      const id = this.next++;
      this.queue.push({ id, at: this.now + delay, run: () => run(...args) });
      return id;
    };
    globalThis.clearTimeout = (id) => { this.queue = this.queue.filter((entry) => entry.id !== id); };
    return this;
  }

  tick(ms) {
    const end = this.now + ms;
    for (;;) {
      this.queue.sort((a, b) => a.at - b.at);
      if (!this.queue.length || this.queue[0].at > end) break;
      const entry = this.queue.shift();
      this.now = entry.at;
      entry.run();
    }
    this.now = end;
  }

  uninstall() { Object.assign(globalThis, real); }
}
