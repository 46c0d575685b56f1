import type { MessageStore } from '../domain/ports.js';

const AT_ONCE = 200;

interface Needs {
  messages: MessageStore;
  now(): Date;
  /** Handles what waits in the conversation, oldest first. */
  handle(conversationId: string): Promise<void>;
  /** Sends the conversation's queued replies. */
  send(conversationId: string): Promise<void>;
}

/** Takes up what is due: messages left unhandled and replies left unsent. */
export async function sweepMessages({ messages, now, handle, send }: Needs): Promise<void> {
  const due = await messages.due(now(), ['received', 'queued'], AT_ONCE);
  const of = (state: string) => [...new Set(due.filter((row) => row.state === state).map((row) => row.conversationId))];
  await Promise.all(of('received').map(handle));
  await Promise.all(of('queued').map(send));
}
