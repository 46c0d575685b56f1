import type { InboundMessage, Message } from '../domain/message.js';
import type { Logger, MessageStore } from '../domain/ports.js';
import { conversationIdOf } from './conversations.js';

interface Needs {
  messages: MessageStore;
  now(): Date;
  log: Logger;
  /** Called once the message is stored: its lane takes it from here. */
  wake(conversationId: string): void;
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
      due: at,
      attempts: 0,
    };
    const taken = await messages.take(message);
    if (!taken.taken && !sameContent(taken.existing, message)) {
      log.warn(
        { conversationId, code: 'CONFLICTING_DELIVERY' },
        'a delivery id came again with other content; the first stands',
      );
    }
    wake(conversationId);
    return { duplicate: !taken.taken, messageId: id };
  };
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
