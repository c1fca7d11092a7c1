"use strict";

const levels = ["debug", "info", "warn", "error", "log"];
const settings = (process.env.LEO_LOGGER || "").split(";").filter(Boolean).map(rule => {
	const [, kinds, names] = /^\/?([^/]*)\/?(.*?)\/?$/.exec(rule);
	return { kinds: kinds.split(/[|,]/), test: new RegExp(names || ".*") };
});

function enabled(level, name) {
	if (!settings.length) return level !== "debug";
	return settings.some(rule => (rule.kinds.includes(level[0]) || rule.kinds.includes("a")) && rule.test.test(name));
}

function Logger(name) {
	if (!(this instanceof Logger)) return new Logger(name);
	this.name = name;
	for (const level of levels) {
		this[level] = (...args) => {
			if (enabled(level, name)) console[level === "debug" ? "log" : level](`[${name}]`, ...args);
		};
	}
}

Logger.prototype.sub = function(name) {
	return new Logger(`${this.name}.${name}`);
};

Logger.prototype.time = function(label) {
	const start = Date.now();
	return () => this.info(label, Date.now() - start, "ms");
};

module.exports = Logger;
