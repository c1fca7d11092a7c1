"use strict";

const rules = { key: /^[\w.:/=+\-@ ]{1,128}$/, value: /^[\w.:/=+\-@ ]{0,256}$/ };

class Tagger {
  constructor(defaults = {}) {
    this.defaults = defaults;
  }

  tags(extra = {}) {
    const all = { ...this.defaults, ...extra };
    for (const [key, value] of Object.entries(all)) {
      if (!rules.key.test(key) || /^aws:/i.test(key)) throw new Error(`Not a tag key: ${key}`);
      if (!rules.value.test(String(value))) throw new Error(`Not a tag value: ${key}=${value}`);
    }
    if (Object.keys(all).length > 50) throw new Error("A resource takes at most 50 tags");
    return Object.entries(all).map(([Key, Value]) => ({ Key, Value: String(Value) }));
  }

  visit(node) {
    if (typeof node.tags?.setTag === "function") {
      for (const { Key, Value } of this.tags()) node.tags.setTag(Key, Value);
    }
  }
}

module.exports = { Tagger };
