'use strict';

const Opt = require('./opt');

class Cmd {
    constructor(parent) {
        this._parent = parent;
        this._cmds = {};
        this._optsByKey = {};
        this._opts = [];
    }

    static create() { return new Cmd(); }

    name(name) {
        this._name = name;
        if (this._parent) this._parent._cmds[name] = this;
        return this;
    }

    title(title) { this._title = title; return this; }
    cmd() { return new Cmd(this); }
    opt() { const opt = new Opt(this); this._opts.push(opt); return opt; }
    act(fn) { this._act = fn; return this; }
    end() { return this._parent || this; }

    run(argv) {
        argv = argv || process.argv.slice(2);
        const opts = {}, args = [];
        for (let i = 0; i < argv.length; i++) {
            const sub = this._cmds[argv[i]];
            if (sub) return sub.run(argv.slice(i + 1));
            const opt = this._optsByKey[argv[i]];
            if (opt) opt.save(opts, opt._flag ? true : argv[++i]);
            else args.push(argv[i]);
        }
        this._opts.forEach(o => { if (opts[o._name] === undefined && o._def !== undefined) opts[o._name] = o._def; });
        return this._act && this._act.call(this, opts, args);
    }
}

module.exports = Cmd;
