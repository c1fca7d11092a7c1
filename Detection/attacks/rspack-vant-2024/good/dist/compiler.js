"use strict";

const { SyncHook, AsyncSeriesHook } = require("@rspack/lite-tapable");

class Compiler {
	constructor(context, options) {
		this.context = context;
		this.options = options;
		this.running = false;
		this.hooks = { initialize: new SyncHook([]), run: new AsyncSeriesHook(["compiler"]), done: new AsyncSeriesHook(["stats"]), failed: new SyncHook(["error"]) };
	}

	run(callback) {
		if (this.running) return callback(new Error("ConcurrentCompilationError"));
		this.running = true;
		this.hooks.run.callAsync(this, error => {
			if (error) return this.finish(error, null, callback);
			const binding = require("@rspack/binding");
			this.instance ??= new binding.Rspack(this.options);
			this.instance.build(error => this.finish(error, { compilation: this.instance }, callback));
		});
	}

	finish(error, stats, callback) {
		this.running = false;
		if (error) this.hooks.failed.call(error);
		callback(error, stats);
	}

	close(callback) {
		this.instance = undefined;
		process.nextTick(callback);
	}
}

module.exports = { Compiler };
