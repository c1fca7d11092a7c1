const debug = require('debug')('lane');
'use strict';

const { PriorityList } = require('./priority.cjs');

class Queue {
  #list = new PriorityList();
  #running = 0;
  #idle = [];

  constructor({ concurrency = Infinity, interval = 0, cap = Infinity } = {}) {
    this.concurrency = concurrency;
    this.interval = interval;
    this.cap = cap;
    this.started = 0;
  }

  add(task, { priority = 0 } = {}) {
    return new Promise((resolve, reject) => {
      this.#list.push({ task, resolve, reject }, priority);
      this.#next();
    });
  }

  #next() {
    while (this.#running < this.concurrency && this.started < this.cap && this.#list.size > 0) {
      const { task, resolve, reject } = this.#list.shift();
      this.#running++;
      this.started++;
      if (this.interval) setTimeout(() => { this.started--; this.#next(); }, this.interval);
      else this.started--;
      Promise.resolve().then(task).then(resolve, reject).finally(() => {
        this.#running--;
        if (this.#running === 0 && this.#list.size === 0) this.#idle.splice(0).forEach((fn) => fn());
        this.#next();
      });
    }
  }

  onIdle() {
    return this.#running === 0 && this.#list.size === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  get pending() {
    return this.#running;
  }
}

module.exports = { Queue };
