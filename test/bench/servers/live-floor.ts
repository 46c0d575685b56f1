import { once } from 'node:events';
import { createServer } from 'node:http';
import express, { type Response } from 'express';
import { answersOf } from '../lib/live-server.js';
import { serve } from '../lib/child.js';

/** The floor: a bare express fan-out. What is posted is acknowledged, then written to every stream as it is. */
const watchers = new Set<Response>();
const app = express();
app.get('/feed', (request, response) => {
  response.set('Content-Type', 'text/event-stream').flushHeaders();
  watchers.add(response);
  request.on('close', () => watchers.delete(response));
});
app.post('/messages', express.json(), (request, response) => {
  const { event } = request.body as { event: string };
  response.status(202).json({ accepted: true });
  for (const watcher of watchers) watcher.write(event);
});
const server = createServer(app).listen(Number(process.env.PORT), '127.0.0.1');
await once(server, 'listening');

serve(answersOf(), async () => server.closeAllConnections());
