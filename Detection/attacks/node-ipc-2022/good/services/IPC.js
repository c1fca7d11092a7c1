import Client from '../dao/client.js';

const defaults = { appspace: 'app.', socketRoot: '/tmp/', id: 'world', retry: 500, maxRetries: Infinity, silent: false };

export default class IPC {
    constructor() {
        this.config = { ...defaults };
        this.of = {};
    }

    log(...args) {
        if (!this.config.silent) console.log(...args);
    }

    connectTo(id, path, callback = () => {}) {
        const where = path || this.config.socketRoot + this.config.appspace + id;
        const client = new Client(this.config, this.log.bind(this));
        client.id = id;
        client.path = where;
        this.of[id] = client;
        client.connect();
        callback(this);
    }

    disconnect(id) {
        const client = this.of[id];
        if (!client) return;
        client.explicitlyDisconnected = true;
        client.socket?.destroy();
        delete this.of[id];
    }
}
