import type { Message } from '../../../src/domain/message.js';
import type { Holder } from '../../../src/http/chat/holder.js';
import { TAKE_OVER_MS } from '../../../src/messaging/take-over.js';

/** What a customer's client posts. */
export interface Said {
  id: string;
  text?: string;
  choice?: string;
}

/** A customer's message as the desk's inbox stores it. */
export function received(
  { id: conversationId, channel, account, user }: Holder,
  { id: deliveryId, text, choice }: Said,
  at: Date,
): Message {
  const said = { ...(text !== undefined && { text }), ...(choice !== undefined && { choice }) };
  return {
    id: JSON.stringify([channel, account, conversationId, deliveryId]),
    conversationId,
    from: 'customer',
    text: '',
    ...said,
    files: [],
    inbound: { channel, account, user, conversationId, deliveryId, ...said, files: [] },
    at,
    state: 'received',
    due: new Date(at.getTime() + TAKE_OVER_MS),
    attempts: 0,
  };
}
