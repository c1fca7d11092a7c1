export class LRU {
  #map = new Map();
  #max;
  #ttl;

  constructor(max, ttl = 0) {
    if (!(max > 0)) throw new TypeError('max must be positive');
    this.#max = max;
    this.#ttl = ttl;
  }

  get(key) {
    const entry = this.#map.get(key);
    if (!entry) return undefined;
    this.#map.delete(key);
    if (entry.until && entry.until < Date.now()) return undefined;
    this.#map.set(key, entry);
    return entry.value;
  }

  set(key, value) {
    this.#map.delete(key);
    this.#map.set(key, { value, until: this.#ttl && Date.now() + this.#ttl });
    if (this.#map.size > this.#max) this.#map.delete(this.#map.keys().next().value);
    return this;
  }

  get size() {
    return this.#map.size;
  }
}
