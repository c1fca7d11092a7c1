const { clipboard, BrowserWindow } = require('electron');

class CopyToast {
  constructor({ duration = 1200, message = 'Copied' } = {}) {
    this.duration = duration;
    this.message = message;
    this.window = null;
  }

  copy(text) {
    clipboard.writeText(text);
    this.show();
  }

  show() {
    this.window?.destroy();
    this.window = new BrowserWindow({ width: 160, height: 44, frame: false, transparent: true, focusable: false, alwaysOnTop: true });
    this.window.loadURL(`data:text/html,<body style="font:14px system-ui;text-align:center">${encodeURIComponent(this.message)}`);
    setTimeout(() => this.window?.destroy(), this.duration);
  }
}

module.exports = CopyToast;
