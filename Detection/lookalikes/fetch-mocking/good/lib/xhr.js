'use strict';

exports.interceptXHR = (scope, server) => {
  const Pure = scope.XMLHttpRequest;
  if (!Pure) return () => {};
  const open = Pure.prototype.open;
  const send = Pure.prototype.send;
  Pure.prototype.open = function (method, url, ...rest) {
    this.__mock = { method: method.toUpperCase(), url: new URL(url, scope.location && scope.location.href).href };
    return open.call(this, method, url, ...rest);
  };
  Pure.prototype.send = function (body) {
    server.resolve(new Request(this.__mock.url, { method: this.__mock.method, body })).then(async (answer) => {
      if (!answer) return send.call(this, body);
      const text = await answer.text();
      Object.defineProperties(this, {
        status: { value: answer.status },
        readyState: { value: 4 },
        responseText: { value: text },
        response: { value: text },
      });
      this.dispatchEvent(new Event('readystatechange'));
      this.dispatchEvent(new Event('load'));
    });
  };
  return () => {
    Pure.prototype.open = open;
    Pure.prototype.send = send;
  };
};
