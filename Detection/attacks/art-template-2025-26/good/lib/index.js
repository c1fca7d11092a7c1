'use strict';

const escapes = { '"': '&#34;', '&': '&#38;', "'": '&#39;', '<': '&#60;', '>': '&#62;' };

function escape(value) {
    return String(value === null || value === undefined ? '' : value).replace(/["&'<>]/g, c => escapes[c]);
}

const rules = [
    { test: /<%(-|=)?[ \t]*([\w\W]*?)[ \t]*(-)?%>/, use: (m, mark, code) => ({ code, output: mark === '=' ? 'escape' : mark === '-' && 'raw' }) },
    { test: /{{([@#]?)[ \t]*(\/?)([\w\W]*?)[ \t]*}}/, use: (m, raw, close, code) => ({ code: close ? '}' : code, output: !close && (raw ? 'raw' : 'escape') }) }
];

function tokenize(source) {
    let rest = source;
    const tokens = [];
    while (rest) {
        const found = rules.map(rule => ({ rule, match: rule.test.exec(rest) })).filter(x => x.match).sort((a, b) => a.match.index - b.match.index)[0];
        if (!found) break;
        tokens.push({ text: rest.slice(0, found.match.index) }, found.rule.use(...found.match));
        rest = rest.slice(found.match.index + found.match[0].length);
    }
    tokens.push({ text: rest });
    return tokens;
}

function compile(source) {
    const body = tokenize(source).map(token => {
        if (token.text !== undefined) return `$out+=${JSON.stringify(token.text)};`;
        return token.output ? `$out+=${token.output === 'escape' ? '$escape' : ''}(${token.code});` : `${token.code};`;
    });
    const render = new Function('$data', '$escape', `let $out='';with($data){${body.join('\n')}}return $out;`);
    return data => render(data || {}, escape);
}

const template = (source, data) => compile(source)(data);
template.compile = compile;
template.render = template;
module.exports = template;
