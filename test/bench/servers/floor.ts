import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { connect } from '../../../src/storage/connect.js';
import { serve } from '../lib/child.js';
import { received, type Said } from '../lib/received.js';

/**
 * What turns are compared with, two bare express routes over the engine that the desk uses. `/floor` is the floor: one
 * message, as the desk's inbox stores it, made by its mongoose model and kept with that collection's indexes. `/bare-insert`
 * does less than an application can: the driver puts three values into a collection without a model and without an index.
 */
const { DATA_DIR, MONGODB_URI, PORT } = process.env;
const { models, close } = await connect({ dataDir: DATA_DIR!, mongodbUri: MONGODB_URI });
await models.messages.createIndexes();
const bare = models.settings.db.collection<{ _id: string; text: string; at: Date }>('bare');
const app = express();
app.use(express.json());
app.post('/floor', async (request, response) => {
  const { conversation, ...said } = request.body as Said & { conversation: string };
  const at = new Date();
  const { id, ...row } = received(
    { id: conversation, channel: 'web', account: 'default', user: conversation },
    said,
    at,
  );
  await models.messages.create({ _id: id, ...row, order: at.getTime() });
  response.status(202).json({ accepted: true });
});
app.post('/bare-insert', async (request, response) => {
  const { id, text } = request.body as { id: string; text: string };
  await bare.insertOne({ _id: id, text, at: new Date() });
  response.status(202).json({ accepted: true });
});
const server = createServer(app).listen(Number(PORT), '127.0.0.1');
await once(server, 'listening');

serve({ cpu: () => process.cpuUsage() }, async () => {
  server.closeAllConnections();
  await close();
});
