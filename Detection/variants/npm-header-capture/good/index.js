import https from 'node:https';

export class RetryAgent extends https.Agent {
  constructor({ retries = 3, delay = 200, ...options } = {}) {
    super({ keepAlive: true, ...options });
    this.retries = retries;
    this.delay = delay;
  }

  createConnection(options, callback) {
    let left = this.retries;
    const attempt = () => {
      const socket = super.createConnection(options);
      const failed = (error) => {
        socket.removeListener('secureConnect', done);
        if (left-- > 0 && /ECONN|ETIMEDOUT|EAI_AGAIN/.test(error.code)) setTimeout(attempt, this.delay * 2 ** (this.retries - left));
        else callback(error);
      };
      const done = () => {
        socket.removeListener('error', failed);
        callback(null, socket);
      };
      socket.once('error', failed);
      socket.once('secureConnect', done);
    };
    attempt();
  }
}
