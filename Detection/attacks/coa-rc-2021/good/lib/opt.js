'use strict';

class Opt {
    constructor(cmd) {
        this._cmd = cmd;
        this._def = undefined;
    }
    name(name) { this._name = name; return this; }
    title(title) { this._title = title; return this; }
    short(short) { this._cmd._optsByKey['-' + short] = this; return this; }
    long(long) { this._cmd._optsByKey['--' + long] = this; return this; }
    flag() { this._flag = true; return this; }
    arr() { this._arr = true; return this; }
    def(value) { this._def = value; return this; }
    end() { return this._cmd; }

    save(opts, value) {
        if (this._arr) (opts[this._name] = opts[this._name] || []).push(value);
        else opts[this._name] = this._flag ? true : value;
    }
}

module.exports = Opt;
