import type { Request, Response } from 'express';
import type { Message } from '../../domain/message.js';
import { openEventStream } from '../event-stream.js';
import type { ChatPorts } from '../http-ports.js';
import { offeredBefore, visible } from './message-view.js';
import type { TypingShown } from './typing-shown.js';

const PAGE = 100;
const BEAT_MS = 15_000;
const POLL_MS = 1500;

/**
 * Streams a conversation from a cursor on: an event's data is one message, its id the cursor after it. Between them
 * `event: typing` says who of the desk writes, `{name}`, null when nobody does any more; nothing of it is kept, so it has no id.
 */
export async function streamEvents(
  ports: ChatPorts,
  typing: TypingShown,
  conversationId: string,
  after: number,
  request: Request,
  response: Response,
): Promise<void> {
  openEventStream(response);
  let cursor = after;
  const offered = await offeredBefore(ports.stores.messages, conversationId, after);
  let looking: Promise<void> | undefined;
  let again = false;

  const show = (rows: Message[]): boolean => {
    const { views, cursor: next } = visible(rows, cursor, ports.now(), ports.fileLinkOf, offered);
    const events = views.map(({ view, seq }) => `id: ${seq}\ndata: ${JSON.stringify(view)}\n\n`);
    if (events.length > 0) response.write(events.join(''));
    const moved = next > cursor;
    cursor = next;
    return moved;
  };
  const pass = async () => {
    for (;;) {
      const rows = await ports.stores.messages.page(conversationId, cursor, PAGE);
      if (!show(rows) || rows.length < PAGE) return;
    }
  };
  /** Rows that were just stored and come next are shown as they are; else what is stored is looked up. */
  const look = (stored?: Message[]) => {
    if (looking) return void (again = true);
    if (stored?.[0]?.seq === cursor + 1) return void show(stored);
    looking = pass()
      .catch(() => void response.end()) // the client resumes from its last event
      .finally(() => {
        looking = undefined;
        if (again) {
          again = false;
          look();
        }
      });
  };

  let writes: string | null = null;
  let asking: Promise<void> = Promise.resolve();
  /** One after the other, so that the last word is the true one. Nothing hangs on it, should it fail. */
  const lookWho = () => {
    asking = asking
      .then(async () => {
        const name = (await typing.of(conversationId)) ?? null;
        if (name === writes) return;
        writes = name;
        response.write(`event: typing\ndata: ${JSON.stringify({ name })}\n\n`);
      })
      .catch(() => undefined);
  };

  const stopWatching = ports.watch(conversationId, (stored) => {
    look(stored);
    if (writes !== null) lookWho(); // who writes may not have the conversation any more
  });
  const stopWatchingWho = typing.watch(conversationId, lookWho);
  const beat = setInterval(() => response.write(': alive\n\n'), BEAT_MS).unref();
  const poll = ports.shared ? setInterval(() => look(), POLL_MS).unref() : undefined;
  request.on('close', () => {
    stopWatching();
    stopWatchingWho();
    clearInterval(beat);
    clearInterval(poll);
  });
  look();
  lookWho();
}
