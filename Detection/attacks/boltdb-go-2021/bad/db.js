'use strict';
const fs = require('fs');
const { Bucket } = require('./bucket');
const { watch } = require('./mmap');

class DB {
  constructor(path, { readOnly = false, timeout = 0 } = {}) {
    this.path = path;
    this.readOnly = readOnly;
    this.buckets = new Map();
    if (fs.existsSync(path)) {
      for (const [name, entries] of Object.entries(JSON.parse(fs.readFileSync(path, 'utf8')))) this.buckets.set(name, new Bucket(entries));
    }
  }
  static open(path, options) {
    watch(path);
    return new DB(path, options);
  }
  view(fn) {
    return fn({ bucket: (name) => this.buckets.get(name) });
  }
  update(fn) {
    if (this.readOnly) throw new Error('database is read-only');
    const result = fn({
      bucket: (name) => this.buckets.get(name),
      createBucketIfNotExists: (name) => {
        if (!this.buckets.has(name)) this.buckets.set(name, new Bucket());
        return this.buckets.get(name);
      },
    });
    this.commit();
    return result;
  }
  commit() {
    const all = {};
    for (const [name, bucket] of this.buckets) all[name] = bucket.entries();
    fs.writeFileSync(`${this.path}.tmp`, JSON.stringify(all));
    fs.renameSync(`${this.path}.tmp`, this.path);
  }
}

module.exports = { DB, open: DB.open };
