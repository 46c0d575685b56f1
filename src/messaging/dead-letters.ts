import type { Message } from '../domain/message.js';
import type { MessageStore } from '../domain/ports.js';

const AT_ONCE = 1000;

interface Needs {
  messages: MessageStore;
  now(): Date;
  handle(conversationId: string, messageId: string): Promise<void>;
}

/** Messages that failed again and again and were parked; the fault mended, each is handled after all, in its old place. */
export function createDeadLetters({ messages, now, handle }: Needs) {
  /** False when there is no parked message of this id. Settles when it was handled, or has failed anew and waits for its next try. */
  async function replay(messageId: string): Promise<boolean> {
    const fresh: Partial<Message> = { state: 'received', attempts: 0, due: now(), error: undefined };
    if (!(await messages.update(messageId, { state: 'parked' }, fresh))) return false;
    const { conversationId } = (await messages.find(messageId))!;
    await handle(conversationId, messageId);
    return true;
  }

  /** Replays all that are parked now; answers how many. */
  async function replayAll(): Promise<number> {
    const parked = await messages.parked(AT_ONCE);
    for (const { id } of parked) await replay(id);
    return parked.length;
  }

  return { list: (limit: number) => messages.parked(limit), replay, replayAll };
}
