"use strict";

function normalize(options) {
	return {
		mode: options.mode || "production",
		entry: typeof options.entry === "string" ? { main: { import: [options.entry] } } : options.entry || { main: { import: ["./src"] } },
		output: { path: require("path").resolve("dist"), filename: "[name].js", ...options.output },
		module: { rules: [], ...options.module },
		plugins: [...(options.plugins || [])],
		devtool: options.devtool ?? false
	};
}

module.exports = { normalize };
