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
  /** Called once the message is stored: its lane takes it from here. */
  wake(conversationId: string, messageId: string): void;
}

/** Stores a delivery under its key, then lets it be acknowledged: what is acknowledged is kept. */
export function createInbox({ messages, now, log, wake }: Needs) {
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
    if (!taken.taken && !sameContent(taken.existing, message)) {
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

function sameContent(a: Message, b: Message): boolean {
  const content = ({ inbound }: Message) =>
    JSON.stringify([
      inbound?.text,
      inbound?.choice,
      (inbound?.files ?? []).map(({ fileId, mediaId }) => fileId ?? mediaId),
    ]);
  return content(a) === content(b);
}
