import { once } from 'node:events';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import express from 'express';
import { maskSecrets } from '../../../dialogs/understanding/mask-secrets.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import type { DialogState } from '../../../src/domain/dialog.js';
import type { Message } from '../../../src/domain/message.js';
import { chatRoutes } from '../../../src/http/chat/chat-routes.js';
import { TypingShown } from '../../../src/http/chat/typing-shown.js';
import { timed } from '../../../src/http/health/health-routes.js';
import { createMetrics } from '../../../src/http/health/metrics.js';
import type { ChatPorts } from '../../../src/http/http-ports.js';
import { jsonBody } from '../../../src/http/json-body.js';
import { problems } from '../../../src/http/problem.js';
import { securityHeaders } from '../../../src/http/security-headers.js';
import { WhoIsThere } from '../../../src/http/staff/presence.js';
import { openConversation } from '../../../src/messaging/conversations.js';
import { createInbox } from '../../../src/messaging/inbox.js';
import { decided, type Decision } from '../../../src/messaging/turn.js';
import { CASE_VERBS } from '../../../src/operations/verbs.js';
import { publishPlaybooks } from '../../../src/published-playbooks.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import { systemIds, systemLogger } from '../../../src/system.js';
import { serve } from './child.js';
import { PeerIntake, type Incoming, type Saying } from './peer-intake.js';

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
 * A peer behind the desk's own door: the same web chat, the same inbox that stores a message under its delivery id and then
 * acknowledges it, the same stores, models, indexes and rows. Then the framework's dialog answers; one compare-and-set keeps
 * what it decided, its state with the replies; one ordered write keeps the replies and marks the message; they go out on the
 * customer's stream. So nothing but dialog and handling of a message differs from the desk.
 * It has none of what the desk does beside that: no lanes (a customer who writes before they were answered would be answered
 * out of the state before), no recovery after a crash, no staff, cases or reminders.
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
  /** By conversation: the customer's streams. */
  const watchers = new Map<string, Set<(rows: Message[]) => void>>();

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
    const shown: Message[] = [{ ...message, seq: handled.seq, state: 'handled' }, ...rows];
    watchers.get(conversationId)?.forEach((look) => look(shown));
  }

  const log = systemLogger('error');
  const ports: ChatPorts = {
    ...{ stores, now, log, ids: systemIds, allowedOrigins: [], shared: MONGODB_URI !== undefined },
    playbook: books.get,
    defaultPlaybook: () => playbook,
    openConversation: ({ id, ...contact }) =>
      openConversation(stores, { id, channel: 'web', account: 'default', user: id, ...contact }, now()),
    take: createInbox({
      ...{ messages: stores.messages, now, log },
      mask: (text) => maskSecrets(text).text,
      wake: (id) =>
        void stores.messages
          .oldestUnhandled(id)
          .then((message) => message && handle(message))
          .catch(fail),
    }),
    fileLinkOf: () => '',
    settled: async () => undefined,
    watch(id, look) {
      const looks = watchers.get(id) ?? new Set();
      watchers.set(id, looks.add(look));
      return () => {
        looks.delete(look);
        if (looks.size === 0) watchers.delete(id);
      };
    },
  };
  const app = express();
  app.use(timed(createMetrics(async () => 0)), securityHeaders([], ''));
  app.use('/chat', jsonBody(), chatRoutes(ports, new TypingShown(ports, new WhoIsThere(ports))));
  app.use(problems(log));
  const server = createServer(app).listen(Number(PORT), '127.0.0.1');
  await once(server, 'listening');
  serve({ cpu: () => process.cpuUsage() }, async () => {
    server.closeAllConnections();
    await stores.close();
  });
}
