import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { connect } from '../../../src/storage/connect.js';
import { serve } from './child.js';

/** What a peer asks, one question a turn; the desk asks the same of its customers. */
export const QUESTIONS = [
  'What happened?',
  'When did it happen?',
  'Where was it?',
  'Who was concerned?',
  'What would put it right?',
  'What is your name?',
  'Your phone number?',
  'Your room number?',
  'Which kind of complaint is it?',
];

interface Incoming {
  id: string;
  conversation: string;
  text: string;
}

/** Where a peer keeps what its dialog remembers of one conversation. */
export interface States {
  read(id: string): Promise<Record<string, unknown> | undefined>;
  write(id: string, state: Record<string, unknown>): Promise<void>;
}

type Answer = (message: Incoming) => Promise<string[]>;

/**
 * A peer behind HTTP, given the durability of the desk: a message is stored under its id before it is handled; the
 * dialog's state is stored; replies are stored and the message marked in one ordered write.
 */
export async function servePeer(make: (states: States) => Answer): Promise<void> {
  const { DATA_DIR, MONGODB_URI, PORT } = process.env;
  const { models, close } = await connect({ dataDir: DATA_DIR!, mongodbUri: MONGODB_URI });
  const { db } = models.settings;
  const messages = db.collection<{ _id: string } & Record<string, unknown>>('messages');
  const states = db.collection<{ _id: string } & Record<string, unknown>>('states');
  const answer = make({
    read: async (id) => (await states.findOne({ _id: id }))?.state as Record<string, unknown> | undefined,
    write: async (id, state) => void (await states.replaceOne({ _id: id }, { state }, { upsert: true })),
  });
  const app = express();
  app.post('/messages', express.json(), async (request, response) => {
    const message = request.body as Incoming;
    const { id, conversation, text } = message;
    await messages.insertOne({ _id: id, conversation, text, state: 'received', at: new Date() });
    const replies = await answer(message);
    await messages.bulkWrite(
      [
        ...replies.map((reply, n) => ({
          insertOne: { document: { _id: `${id}/${n}`, conversation, text: reply, state: 'sent', at: new Date() } },
        })),
        { updateOne: { filter: { _id: id }, update: { $set: { state: 'handled' } } } },
      ],
      { ordered: true },
    );
    response.status(202).json({ replies });
  });
  const server = createServer(app).listen(Number(PORT), '127.0.0.1');
  await once(server, 'listening');
  serve({ cpu: () => process.cpuUsage() }, async () => {
    server.closeAllConnections();
    await close();
  });
}
