'use strict';

const net = require('net');
const os = require('os');
const Message = require('js-message');
const Queue = require('js-queue');

const delimiter = '\f';

class Parser {
  constructor(config = {}) {
    this.delimiter = config.delimiter || delimiter;
  }
  format(message) {
    if (!message.data && message.data !== false && message.data !== 0) message.data = {};
    return message.JSON + this.delimiter;
  }
  parse(data) {
    return data.split(this.delimiter).filter(Boolean);
  }
}

class Server {
  constructor(path, config, log) {
    this.path = path;
    this.config = config;
    this.log = log;
    this.sockets = [];
    this.parser = new Parser(config);
  }
  start(handler) {
    this.server = net.createServer(socket => {
      socket.setEncoding(this.config.encoding);
      this.sockets.push(socket);
      let rest = '';
      socket.on('data', data => {
        rest += data;
        if (!rest.endsWith(this.parser.delimiter)) return;
        const events = this.parser.parse(rest);
        rest = '';
        for (const text of events) {
          const message = new Message();
          message.load(text);
          handler(message.type, message.data, socket);
        }
      });
      socket.on('close', () => { this.sockets = this.sockets.filter(other => other !== socket); });
    });
    this.server.maxConnections = this.config.maxConnections;
    this.server.listen({ path: this.path, readableAll: this.config.readableAll, writableAll: this.config.writableAll });
  }
  broadcast(type, data) {
    const message = new Message();
    message.type = type;
    message.data = data;
    for (const socket of this.sockets) socket.write(this.parser.format(message));
  }
}

class IPCModule {
  constructor() {
    this.config = { appspace: 'app.', socketRoot: '/tmp/', id: os.hostname(), encoding: 'utf8', maxConnections: 100, silent: false };
    this.queue = new Queue();
  }
  serve(path, handler) {
    this.server = new Server(path || this.config.socketRoot + this.config.appspace + this.config.id, this.config, console.log);
    this.queue.add(() => { this.server.start(handler); this.queue.next(); });
  }
}

module.exports = new IPCModule();
module.exports.IPCModule = IPCModule;
