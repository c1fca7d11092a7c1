import { defaultDeserialize, defaultSerialize } from "@keyv/serialize";

class EventManager {
  #listeners = new Map();
  on(event, listener) {
    const list = this.#listeners.get(event) ?? [];
    list.push(listener);
    this.#listeners.set(event, list);
    return this;
  }
  off(event, listener) {
    this.#listeners.set(event, (this.#listeners.get(event) ?? []).filter((entry) => entry !== listener));
  }
  emit(event, ...args) {
    const list = this.#listeners.get(event) ?? [];
    if (event === "error" && list.length === 0) throw args[0];
    for (const listener of list) listener(...args);
  }
}

export class Keyv extends EventManager {
  constructor(store = new Map(), options = {}) {
    super();
    this.opts = { namespace: "keyv", serialize: defaultSerialize, deserialize: defaultDeserialize, ...options };
    this.store = store;
    this.stats = { hits: 0, misses: 0, sets: 0, deletes: 0 };
    if (typeof store.on === "function") store.on("error", (error) => this.emit("error", error));
  }

  #prefix(key) {
    return `${this.opts.namespace}:${key}`;
  }

  async get(key, options) {
    if (Array.isArray(key)) return Promise.all(key.map((entry) => this.get(entry, options)));
    const raw = await this.store.get(this.#prefix(key));
    const data = typeof raw === "string" ? await this.opts.deserialize(raw) : raw;
    if (data === undefined || data === null) {
      this.stats.misses++;
      return undefined;
    }
    if (typeof data.expires === "number" && Date.now() > data.expires) {
      await this.delete(key);
      return undefined;
    }
    this.stats.hits++;
    return options?.raw ? data : data.value;
  }

  async set(key, value, ttl = this.opts.ttl) {
    const expires = typeof ttl === "number" && ttl > 0 ? Date.now() + ttl : null;
    await this.store.set(this.#prefix(key), await this.opts.serialize({ value, expires }), ttl);
    this.stats.sets++;
    return true;
  }

  async delete(key) {
    this.stats.deletes++;
    return this.store.delete(this.#prefix(key));
  }

  async clear() {
    await this.store.clear();
    this.emit("clear");
  }
}

export default Keyv;
