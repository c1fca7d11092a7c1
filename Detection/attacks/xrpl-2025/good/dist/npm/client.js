"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Client = void 0;
const ws_1 = require("ws");
const events_1 = require("events");
class Client extends events_1.EventEmitter {
    constructor(server, options = {}) {
        super();
        this.url = server;
        this.timeout = options.timeout ?? 20000;
        this.pending = new Map();
        this.nextId = 0;
    }
    connect() {
        return new Promise((resolve, reject) => {
            this.ws = new ws_1.WebSocket(this.url);
            this.ws.once('open', resolve);
            this.ws.once('error', reject);
            this.ws.on('message', (data) => this.onMessage(JSON.parse(data.toString())));
        });
    }
    onMessage(message) {
        const waiting = this.pending.get(message.id);
        if (!waiting) {
            this.emit(message.type, message);
            return;
        }
        this.pending.delete(message.id);
        clearTimeout(waiting.timer);
        message.status === 'success' ? waiting.resolve(message) : waiting.reject(new Error(message.error));
    }
    request(req) {
        const id = req.id ?? this.nextId++;
        return new Promise((resolve, reject) => {
            const timer = setTimeout(() => reject(new Error(`Timeout for request: ${req.command}`)), this.timeout);
            this.pending.set(id, { resolve, reject, timer });
            this.ws.send(JSON.stringify({ ...req, id }));
        });
    }
}
exports.Client = Client;
//# sourceMappingURL=client.js.map
