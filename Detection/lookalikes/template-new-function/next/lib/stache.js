'use strict';
const fs = require('fs');
const path = require('path');

const cache = new Map();
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };
const escapeXML = (value) => value == null ? '' : String(value).replace(/[&<>"']/g, (c) => escapes[c]);

class Template {
  constructor(text, options = {}) {
    this.text = text;
    this.open = options.openDelimiter || '<%';
    this.close = options.closeDelimiter || '%>';
    this.strict = options.strict === true;
    this.localsName = options.localsName || 'locals';
    this.source = '';
  }

  scan() {
    const parts = this.text.split(new RegExp(`(${this.open}[=_#-]?|[-_]?${this.close})`));
    let mode = null;
    for (const part of parts) {
      if (part.startsWith(this.open)) mode = part.slice(this.open.length) || 'code';
      else if (part.endsWith(this.close)) mode = null;
      else if (mode === null) { if (part) this.source += `  __append(${JSON.stringify(part)});\n`; }
      else if (mode === '=') this.source += `  __append(escapeFn(${part.trim()}));\n`;
      else if (mode === '-') this.source += `  __append(${part.trim()});\n`;
      else if (mode !== '#') this.source += `  ${part.trim()}\n`;
    }
  }

  compile() {
    if (!/^[a-zA-Z_$][\w$]*$/.test(this.localsName)) throw new Error('localsName is not a valid JS identifier');
    this.scan();
    let body = '  let __output = "";\n  const __append = (s) => { if (s !== undefined && s !== null) __output += s; };\n';
    if (!this.strict) body += `  with (${this.localsName} || {}) {\n${this.source}  }\n`;
    else body += this.source;
    body += '  return __output;\n';
    let ctor = Function;
    try {
      if (this.text.includes('await ')) ctor = new Function('return (async function(){}).constructor;')();
    } catch (error) {
      throw new Error('this environment does not support async templates');
    }
    const fn = new ctor(`${this.localsName}, escapeFn, include`, body);
    return (data) => fn(data, escapeXML, (file, more) => renderFile(file, { ...data, ...more }));
  }
}

function compile(text, options) {
  if (!options || options.cache !== false) {
    if (!cache.has(text)) cache.set(text, new Template(text, options).compile());
    return cache.get(text);
  }
  return new Template(text, options).compile();
}

function render(text, data, options) {
  return compile(text, options)(data || {});
}

function renderFile(file, data) {
  const full = path.extname(file) ? file : `${file}.stache`;
  return render(fs.readFileSync(full, 'utf8').replace(/^\uFEFF/, ''), data);
}

module.exports = { compile, render, renderFile, escapeXML, Template };
