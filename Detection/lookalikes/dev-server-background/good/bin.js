#!/usr/bin/env node
'use strict';
const { spawn } = require('child_process');
const { serve } = require('./server');

const args = process.argv.slice(2);
const port = Number((args.find((a) => a.startsWith('--port=')) || '--port=8080').slice(7));

if (args.includes('--background')) {
  const child = spawn(process.execPath, [__filename, ...args.filter((a) => a !== '--background')], { detached: true, stdio: 'ignore', windowsHide: true });
  child.unref();
  console.log(`devserve runs in the background as ${child.pid}`);
} else {
  serve({ port, https: args.includes('--https') }).then((url) => {
    console.log(`serving at ${url}`);
    if (args.includes('--open')) {
      const opener = { darwin: 'open', win32: 'explorer' }[process.platform] || 'xdg-open';
      spawn(opener, [url], { detached: true, stdio: 'ignore' }).unref();
    }
  });
}
