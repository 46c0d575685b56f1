import type { Request, Response } from 'express';
import type { Message } from '../../domain/message.js';
import type { ChatPorts } from '../http-ports.js';
import { offeredBefore, visible } from './message-view.js';

const PAGE = 100;
const BEAT_MS = 15_000;
const POLL_MS = 1500;

/** Streams a conversation from a cursor on: an event's data is one message, its id the cursor after it. */
export async function streamEvents(
  ports: ChatPorts,
  conversationId: string,
  after: number,
  request: Request,
  response: Response,
): Promise<void> {
  response
    .status(200)
    .set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
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

  const stopWatching = ports.watch(conversationId, look);
  const beat = setInterval(() => response.write(': alive\n\n'), BEAT_MS).unref();
  const poll = ports.shared ? setInterval(() => look(), POLL_MS).unref() : undefined;
  request.on('close', () => {
    stopWatching();
    clearInterval(beat);
    clearInterval(poll);
  });
  look();
}
