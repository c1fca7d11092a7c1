'use strict';
const fs = require('fs/promises');
const path = require('path');

const templates = {
  service: { 'index.js': "require('http').createServer((q, s) => s.end('ok')).listen(3000);\n", 'README.md': '# {name}\n' },
  library: { 'index.js': "exports.hello = () => 'hello';\n", 'README.md': '# {name}\n' },
};

async function scaffold(name, template) {
  const files = templates[template];
  if (!files) throw new Error(`there is no template ${template}`);
  await fs.mkdir(name, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    await fs.writeFile(path.join(name, file), text.replace('{name}', name));
  }
}

module.exports = { scaffold };
