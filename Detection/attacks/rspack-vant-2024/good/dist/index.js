"use strict";

const { Compiler } = require("./compiler");
const { normalize } = require("./util/options");

function rspack(options, callback) {
	const compiler = new Compiler(options.context || process.cwd(), normalize(options));
	for (const plugin of compiler.options.plugins) {
		if (typeof plugin === "function") plugin.call(compiler, compiler);
		else if (plugin) plugin.apply(compiler);
	}
	if (callback) {
		if (options.watch) return compiler.watch(options.watchOptions, callback);
		compiler.run((error, stats) => compiler.close(() => callback(error, stats)));
	}
	return compiler;
}

rspack.rspack = rspack;
rspack.rspackVersion = require("../package.json").version;
module.exports = rspack;
