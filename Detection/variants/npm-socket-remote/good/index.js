import { watch } from 'node:fs';
import { WebSocketServer } from 'ws';

export const script = (port) => `<script>new WebSocket('ws://'+location.hostname+':${port}').onmessage=()=>location.reload()</script>`;

export function liveReload({ dir = 'public', port = 35729, delay = 80 } = {}) {
  const server = new WebSocketServer({ port });
  let timer;
  const watcher = watch(dir, { recursive: true }, (event, file) => {
    if (/(^|\/)\.|~$/.test(file ?? '')) return;
    clearTimeout(timer);
    timer = setTimeout(() => server.clients.forEach((client) => client.send(file ?? '')), delay);
  });
  return { close: () => (watcher.close(), server.close()) };
}
