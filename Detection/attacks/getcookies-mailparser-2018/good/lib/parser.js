'use strict';

const he = require('he');
const iconv = require('iconv-lite');
const headers = require('./headers');

function body(bytes, charset) {
    if (!charset || /^utf-?8$/i.test(charset)) {
        return bytes.toString();
    }
    return iconv.encodingExists(charset) ? iconv.decode(bytes, charset) : bytes.toString('latin1');
}

module.exports = function parse(source) {
    const bytes = Buffer.isBuffer(source) ? source : Buffer.from(source);
    let at = bytes.indexOf('\r\n\r\n');
    if (at < 0) {
        at = bytes.length;
    }
    const head = headers(bytes.slice(0, at).toString('latin1'));
    const type = (head.get('content-type') || ['text/plain'])[0];
    const charset = (/charset="?([^";]+)/i.exec(type) || [])[1];
    const text = body(bytes.slice(at + 4), charset);
    return {
        headers: head,
        subject: (head.get('subject') || [''])[0],
        html: /^text\/html/i.test(type) ? text : false,
        text: /^text\/html/i.test(type) ? he.decode(text.replace(/<[^>]+>/g, ' ')) : text
    };
};
