import { once } from 'node:events';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import express from 'express';
import type { Conversation } from '../../../src/domain/conversation.js';
import type { DialogState } from '../../../src/domain/dialog.js';
import type { Message } from '../../../src/domain/message.js';
import { createHolders } from '../../../src/http/chat/holder.js';
import { tokenHash } from '../../../src/http/token.js';
import { openConversation } from '../../../src/messaging/conversations.js';
import { decided, type Decision } from '../../../src/messaging/turn.js';
import { CASE_VERBS } from '../../../src/operations/verbs.js';
import { publishPlaybooks } from '../../../src/published-playbooks.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import { systemIds } from '../../../src/system.js';
import { serve } from './child.js';
import { PeerIntake, type Incoming, type Saying } from './peer-intake.js';
import { PeerStreams } from './peer-streams.js';
import { received, type Said } from './received.js';

const PLAYBOOK = 'hotel-frontdesk';
const PLAYBOOKS = join(resolve(import.meta.dirname, '../../../..'), 'dialogs', 'playbooks');

/** Where a framework keeps what its dialog remembers of one conversation: read once and written once in a message's turn. */
export interface States {
  read(conversation: string): Promise<Record<string, unknown> | undefined>;
  write(conversation: string, state: Record<string, unknown>): Promise<void>;
}

/** Answers a message by the framework's dialog. */
export type Answer = (message: Incoming) => Promise<Saying[]>;

/** A customer who is never answered would be waited for. */
function fail(error: unknown): never {
  console.error(error);
  process.exit(1);
}

type Held = DialogState & { state?: Record<string, unknown> };

/**
 * A peer behind a bare express app that speaks the desk's chat contract to customers and promises them the same: a message
 * is stored under its delivery id, then acknowledged; one compare-and-set keeps what its turn decided, the dialog's state
 * with the replies; one ordered write keeps the replies and marks the message; then they go out on the customer's stream.
 * The stores, models and indexes are the desk's, and so are the rows that are written.
 * It has none of what the desk does beside that: no lanes (a customer who writes before they were answered would be
 * answered out of the state before), no recovery after a crash, no limits, checks of bodies, staff, cases or reminders.
 */
export async function servePeer(make: (intake: PeerIntake, states: States) => Answer): Promise<void> {
  const { DATA_DIR, MONGODB_URI, PORT } = process.env;
  const now = () => new Date();
  const stores = await openStorage({ dataDir: DATA_DIR!, mongodbUri: MONGODB_URI, now });
  const verbs = CASE_VERBS.map(({ name }) => name);
  const books = await publishPlaybooks([PLAYBOOKS], verbs, stores.playbooks, new Map());
  await books.train();
  const playbook = books.get(PLAYBOOK)!;
  const intake = new PeerIntake(playbook, (text) => {
    const { ranked, sure } = books.classify(playbook, text, 'category');
    return sure && ranked[0]?.label !== 'other' ? ranked[0]?.label : undefined;
  });
  const streams = new PeerStreams(stores.messages, now);

  /** Conversations whose message is being answered, as they were read. */
  const inHand = new Map<string, Conversation>();
  const states: States = {
    async read(id) {
      const found = await stores.conversations.find(id);
      if (!found) throw new Error(`there is no conversation ${id}`);
      inHand.set(id, found);
      return (found.dialog as Held).state;
    },
    async write(id, state) {
      const found = inHand.get(id)!;
      const dialog: Held = { ...found.dialog, state };
      inHand.set(id, { ...found, dialog });
    },
  };
  const answer = make(intake, states);

  async function handle(message: Message): Promise<void> {
    const { id, conversationId, text, choice, at } = message;
    const sayings = await answer({ id, conversation: conversationId, text, choice, language: 'en', at });
    const found = inHand.get(conversationId)!;
    inHand.delete(conversationId);
    const replies = sayings.map(({ text: said, ...beside }): Decision['replies'][number] => {
      return { from: 'bot', say: [said], ofDialog: true, ...beside };
    });
    const root = { id, messageId: id };
    const next = decided(found, root, id, { changes: { dialog: found.dialog, heardFromAt: at }, replies });
    if (!(await stores.conversations.replace(next, found.version)))
      throw new Error('a customer wrote before they were answered');
    const handled = next.turn!.handled!;
    const rows = sayings.map((saying, n): Message => {
      const sent = { state: 'sent', at: now(), deliveredAt: now(), attempts: 0 } as const;
      const row = { id: `${id}/${n}`, conversationId, seq: handled.seq + 1 + n, files: [], ...sent };
      return { ...row, from: 'bot', language: 'en', ofDialog: true, ...saying };
    });
    await stores.messages.record(rows, { ...handled, conversationId });
    streams.show(conversationId, [{ ...message, seq: handled.seq, state: 'handled' }, ...rows]);
  }

  const app = express();
  app.use(express.json());
  const holderOf = createHolders(stores.conversations);
  app.post('/chat/conversations', async (request, response) => {
    const [id, token] = [systemIds.inOrder(), systemIds.next()];
    const { locale } = request.body as { locale?: string };
    const of = { channel: 'web', account: 'default', user: id, playbookId: PLAYBOOK, defaultLanguage: 'en' } as const;
    await openConversation(stores, { ...of, id, locale, tokenHash: tokenHash(token) }, now());
    response.status(201).json({ conversationId: id, token });
  });
  app.post('/chat/conversations/:id/messages', async (request, response) => {
    const message = received(await holderOf(request), request.body as Said, now());
    const { taken } = await stores.messages.take(message);
    response.status(202).json({ accepted: true, duplicate: !taken });
    if (taken) await handle(message).catch(fail);
  });
  app.get('/chat/conversations/:id/events', async (request, response) => {
    streams.open((await holderOf(request)).id, request, response);
  });
  const server = createServer(app).listen(Number(PORT), '127.0.0.1');
  await once(server, 'listening');
  serve({ cpu: () => process.cpuUsage() }, async () => {
    server.closeAllConnections();
    await stores.close();
  });
}
