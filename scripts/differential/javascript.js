// node --expose-internals javascript.js FILES TOKENS: compares DumpTokens' output with the tokens of node's own parser.
'use strict';
const fs = require('fs');
const readline = require('readline');
const acorn = require('internal/deps/acorn/acorn/dist/acorn');

const files = fs.readFileSync(process.argv[2], 'utf8').trim().split('\n');
const unseen = new Set(['comment', 'htmlComment', 'hashbang']);
const result = { agree: 0, disagree: 0, 'not valid JavaScript': 0, tokens: 0 };

/** The tokens of a file as the parser reads it, as a script or else as a module; null when it is neither. */
function parse(source) {
  for (const options of [{}, { sourceType: 'module' }, { allowReturnOutsideFunction: true }]) {
    const tokens = [];
    try {
      acorn.parse(source, { ecmaVersion: 'latest', allowHashBang: true, onToken: tokens, ...options });
      return tokens;
    } catch {
      // The next form.
    }
  }
  return null;
}

/** Our kind for one of the parser's tokens. */
function kind(type) {
  if (type.label === 'name' || type.keyword) return 'name';
  return { string: 'string', num: 'number', bigint: 'number', regexp: 'regularExpression', privateId: 'privateName' }[type.label] ?? 'punctuator';
}

/** Joins the parser's three tokens of each template part into the one that we make. */
function joined(tokens) {
  const out = [];
  for (let i = 0; i < tokens.length; i++) {
    const { type, start, end } = tokens[i];
    if (type.label === 'eof') continue;
    if (tokens[i + 1]?.type.label === 'template') {
      const goesOn = tokens[i + 2].type.label === '${';
      const first = type.label === '`';
      out.push([first ? (goesOn ? 'templateHead' : 'template') : goesOn ? 'templateMiddle' : 'templateTail', start, tokens[i + 2].end]);
      i += 2;
    } else {
      out.push([kind(type), start, end]);
    }
  }
  return out;
}

/** For each UTF-16 offset its byte offset; null where they are the same. */
function byteOffsets(source) {
  if (Buffer.byteLength(source) === source.length) return null;
  const map = new Int32Array(source.length + 1);
  let bytes = 0;
  for (let i = 0; i < source.length; i++) {
    map[i] = bytes;
    const unit = source.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  map[source.length] = bytes;
  return map;
}

function compare(file, line) {
  const source = fs.readFileSync(file, 'utf8');
  const parsed = parse(source);
  if (!parsed) return result['not valid JavaScript']++;
  const theirs = joined(parsed);
  const map = byteOffsets(source);
  const { malformed, tokens } = JSON.parse(line);
  const ours = [];
  for (let i = 0; i < tokens.length; i += 3) {
    const name = tokens[i] === 'identifier' || tokens[i] === 'keyword' ? 'name' : tokens[i];
    if (!unseen.has(name)) ours.push([name, tokens[i + 1], tokens[i + 2]]);
  }
  result.tokens += theirs.length;
  const at = (offset) => (map ? map[offset] : offset);
  for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
    const [a, b] = [ours[i], theirs[i]];
    if (a && b && a[0] === b[0] && a[1] === at(b[1]) && a[2] === at(b[2])) continue;
    result.disagree++;
    console.log(`${file}: ours ${a}, theirs ${b}: ${b ? source.slice(b[1], b[1] + 40) : ''}`);
    return;
  }
  if (malformed) {
    result.disagree++;
    console.log(`${file}: ${malformed} tokens are said to be malformed`);
  } else {
    result.agree++;
  }
}

let index = 0;
const lines = readline.createInterface({ input: fs.createReadStream(process.argv[3]) });
lines.on('line', (line) => compare(files[index++], line));
lines.on('close', () => {
  console.log(result);
  process.exitCode = result.disagree ? 1 : 0;
});
