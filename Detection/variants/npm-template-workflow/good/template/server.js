import { createServer } from 'node:http';

createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ path: request.url, at: new Date().toISOString() }));
}).listen(process.env.PORT ?? 3000);
