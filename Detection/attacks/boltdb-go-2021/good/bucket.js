'use strict';
class Bucket {
  constructor(entries = {}) { this.map = new Map(Object.entries(entries)); }
  get(key) { return this.map.get(String(key)); }
  put(key, value) { this.map.set(String(key), String(value)); }
  delete(key) { this.map.delete(String(key)); }
  forEach(fn) { for (const key of [...this.map.keys()].sort()) fn(key, this.map.get(key)); }
  entries() { return Object.fromEntries(this.map); }
}
module.exports = { Bucket };
