'use strict';
const fs = require('fs');
const os = require('os');
const path = require('path');

/** Writes a user service so that the daemon starts with the session; only on `keepup startup`. */
exports.write = () => {
  const folder = path.join(os.homedir(), '.config', 'systemd', 'user');
  fs.mkdirSync(folder, { recursive: true });
  const unit = ['[Unit]', 'Description=keepup process manager', '', '[Service]', 'Type=simple', `ExecStart=${process.execPath} ${require.resolve('./daemon')}`, 'Restart=always', '', '[Install]', 'WantedBy=default.target', ''].join('\n');
  fs.writeFileSync(path.join(folder, 'keepup.service'), unit);
  console.log('written; enable it with: systemctl --user enable --now keepup');
};
