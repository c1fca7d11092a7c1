import net from 'net';
import Message from 'js-message';
import Events from 'event-pubsub';

export default class Client extends Events {
    constructor(config, log) {
        super();
        this.config = config;
        this.log = log;
        this.retriesRemaining = config.maxRetries;
    }

    emitMessage(type, data) {
        const message = new Message();
        message.type = type;
        message.data = data;
        this.socket.write(message.JSON + '\f');
    }

    connect() {
        this.socket = net.connect({ path: this.path });
        this.socket.setEncoding(this.config.encoding || 'utf8');
        this.socket.on('connect', () => {
            this.retriesRemaining = this.config.maxRetries;
            this.publish('connect');
        });
        this.socket.on('close', () => {
            if (this.explicitlyDisconnected || this.retriesRemaining-- < 1) return this.publish('destroy');
            setTimeout(() => this.connect(), this.config.retry);
        });
        this.socket.on('error', error => this.publish('error', error));
    }
}
