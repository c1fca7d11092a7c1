"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Disposables = exports.debounce = void 0;
class Disposables {
    constructor() { this.items = []; }
    add(item) { this.items.push(item); return item; }
    dispose() { while (this.items.length) this.items.pop().dispose(); }
}
exports.Disposables = Disposables;
function debounce(fn, ms) {
    let timer;
    return (...args) => {
        clearTimeout(timer);
        timer = setTimeout(() => fn(...args), ms);
    };
}
exports.debounce = debounce;
function readTasks(text) {
    const stripped = text.replace(/^\s*\/\/.*$/gm, "");
    return JSON.parse(stripped).tasks.map((task) => ({ label: task.label || task.script, command: task.command, runOn: (task.runOptions || {}).runOn || "default" }));
}
exports.readTasks = readTasks;
