import type { InboundMessage, Message } from '../domain/message.js';
import type { Logger, MessageStore } from '../domain/ports.js';
import { RedressError } from '../errors.js';
import { conversationIdOf } from './conversations.js';
import { TAKE_OVER_MS } from './take-over.js';

/** A storage that takes longer has not kept it yet; the vendor brings it again, under the same key. */
const LONGEST_MS = 8000;

interface Needs {
  messages: MessageStore;
  now(): Date;
  log: Logger;
  /** A customer's words as they may be kept; what is kept already stays as it is. */
  mask(text: string): string;
  /** Called once the message is stored: its lane takes it from here. */
  wake(conversationId: string, messageId: string): void;
}

/** Stores a delivery under its key, then lets it be acknowledged: what is acknowledged is kept. */
export function createInbox({ messages, now, log, mask, wake }: Needs) {
  return async function take(inbound: InboundMessage): Promise<{ duplicate: boolean; messageId: string }> {
    const conversationId = conversationIdOf(inbound);
    const id = JSON.stringify([
      inbound.channel,
      inbound.account,
      inbound.conversationId ?? inbound.user,
      inbound.deliveryId,
    ]);
    const at = now();
    const message: Message = {
      id,
      conversationId,
      from: 'customer',
      text: inbound.text ?? '',
      choice: inbound.choice,
      files: inbound.files ?? [],
      inbound,
      at,
      state: 'received',
      due: new Date(at.getTime() + TAKE_OVER_MS),
      attempts: 0,
    };
    const taken = await inTime(messages.take(message));
    if (!taken.taken && contentOf(taken.existing, mask) !== contentOf(message, mask)) {
      log.warn(
        { conversationId, code: 'CONFLICTING_DELIVERY' },
        'a delivery id came again with other content; the first stands',
      );
    }
    wake(conversationId, id);
    return { duplicate: !taken.taken, messageId: id };
  };
}

async function inTime<T>(stored: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RedressError('UNAVAILABLE')), LONGEST_MS);
  });
  return Promise.race([stored, late]).finally(() => clearTimeout(timer));
}

/** What is compared is what is kept: numbers may be hidden in the stored row already. */
function contentOf({ inbound }: Message, mask: (text: string) => string): string {
  return JSON.stringify([
    inbound?.text === undefined ? undefined : mask(inbound.text),
    inbound?.choice,
    (inbound?.files ?? []).map(({ fileId, mediaId }) => fileId ?? mediaId),
  ]);
}
