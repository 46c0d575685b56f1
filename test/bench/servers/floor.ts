import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { connect } from '../../../src/storage/connect.js';
import { serve } from '../lib/child.js';

/** The floor: a bare express route that makes one insert, without an index, on the engine that the desk uses. */
const { DATA_DIR, MONGODB_URI, PORT } = process.env;
const { models, close } = await connect({ dataDir: DATA_DIR!, mongodbUri: MONGODB_URI });
const messages = models.settings.db.collection<{ _id: string; text: string; at: Date }>('floor');
const app = express();
app.post('/messages', express.json(), async (request, response) => {
  const { id, text } = request.body as { id: string; text: string };
  await messages.insertOne({ _id: id, text, at: new Date() });
  response.status(202).json({ accepted: true });
});
const server = createServer(app).listen(Number(PORT), '127.0.0.1');
await once(server, 'listening');

serve({ cpu: () => process.cpuUsage() }, async () => {
  server.closeAllConnections();
  await close();
});
