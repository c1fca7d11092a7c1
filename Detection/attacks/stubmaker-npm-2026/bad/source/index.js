'use strict';

const codes = { red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39], bold: [1, 22], dim: [2, 22] };

const build = (styles) => {
	const chalk = (...text) => styles.reduce((out, [open, close]) => `\u001B[${open}m${out}\u001B[${close}m`, text.join(' '));
	return new Proxy(chalk, { get: (target, name) => (name in codes ? build([...styles, codes[name]]) : target[name]) });
};

module.exports = build([]);
