'use strict';

class PriorityList {
  constructor() {
    this.items = [];
  }
  push(value, priority) {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.items[middle].priority >= priority) low = middle + 1;
      else high = middle;
    }
    this.items.splice(low, 0, { value, priority });
  }
  shift() {
    return this.items.shift().value;
  }
  get size() {
    return this.items.length;
  }
}

module.exports = { PriorityList };
