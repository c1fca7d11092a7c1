'use strict';
const LINE = /^\s*at (?:(.+?) \()?(?:file:\/\/)?(.+?):(\d+):(\d+)\)?$/;

exports.parseStack = (stack) =>
  String(stack || '').split('\n').map((line) => LINE.exec(line)).filter(Boolean).map(([, fn, file, line, column]) => ({
    function: fn || '<anonymous>',
    filename: file,
    lineno: Number(line),
    colno: Number(column),
    in_app: !file.includes('node_modules') && !file.startsWith('node:'),
  }));
