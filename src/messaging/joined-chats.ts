import type { Conversation } from '../domain/conversation.js';
import { offerCode, redeemCode } from './continue-elsewhere.js';
import type { CustomerRequest, DeskPorts, Performed } from './desk-ports.js';
import { isRefusal, type Lanes } from './lanes.js';
import { knows } from './turn.js';

const UNKNOWN_CODE: Performed = {
  ok: false,
  code: 'INVALID',
  message: 'The code is unknown, used or too old.',
  field: 'code',
};

/** The two requests that are about the chats themselves: going on in another one, and joining by its code. Undefined: another request. */
export async function performOnChats(
  ports: DeskPorts,
  lanes: Lanes,
  { verb, args, conversation, cause }: CustomerRequest,
): Promise<Performed | undefined> {
  if (verb === 'continue-elsewhere') {
    const memory = await offerCode(
      { stores: ports.stores, now: ports.now, secret: ports.secret, link: ports.chatLink },
      conversation,
      cause,
    );
    return { ok: true, memory };
  }
  if (verb !== 'join-by-code') return undefined;
  const found = await ports.stores.conversations.find(conversation.id);
  if (found && knows(found, `${cause}/joined`)) return { ok: true };
  const taken = await redeemCode(ports, conversation, String(args.code));
  if (!taken) return UNKNOWN_CODE;
  const join = ({ dialog }: Conversation) => ({
    changes: {
      customerId: taken.customerId,
      dialog: { ...dialog, draft: taken.dialog?.draft ?? dialog.draft, open: taken.dialog?.open ?? dialog.open },
    },
    replies: [],
  });
  const joined = await lanes.change(conversation.id, `${cause}/joined`, join, conversation.id);
  return isRefusal(joined) ? UNKNOWN_CODE : { ok: true };
}
