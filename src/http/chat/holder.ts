import type { Request } from 'express';
import type { Conversation } from '../../domain/conversation.js';
import type { ConversationStore } from '../../domain/ports.js';
import { RedressError } from '../../errors.js';
import { bearer, sameText, tokenHash } from '../token.js';

/** What never changes of a web chat. */
export type Holder = Pick<Conversation, 'id' | 'channel' | 'account' | 'user'>;

const MOST = 10_000;

interface Known extends Holder {
  tokenHash: string;
  /** The token, once it was shown: a hash a message would be made for nothing. */
  token?: string;
}

/** Answers the conversation that a request names, for the holder of its token: 404 when unknown, 401 without or with a wrong token. */
export function createHolders(conversations: ConversationStore): (request: Request) => Promise<Holder> {
  const known = new Map<string, Known>();

  async function holderOf(id: string): Promise<Known> {
    const before = known.get(id);
    if (before) return before;
    const found = await conversations.find(id);
    if (!found?.tokenHash) throw new RedressError('NOT_FOUND', 'There is no such conversation.');
    const { channel, account, user, tokenHash: hash } = found;
    const holder: Known = { id, channel, account, user, tokenHash: hash };
    known.set(id, holder);
    if (known.size > MOST) known.delete(known.keys().next().value!);
    return holder;
  }

  return async (request) => {
    const holder = await holderOf(String(request.params.id));
    const token = bearer(request.get('authorization'));
    if (!token || !isTheirs(token, holder))
      throw new RedressError('UNAUTHENTICATED', "This conversation's token is needed: Authorization: Bearer <token>.");
    return holder;
  };
}

function isTheirs(token: string, holder: Known): boolean {
  if (holder.token !== undefined) return sameText(token, holder.token);
  if (!sameText(tokenHash(token), holder.tokenHash)) return false;
  holder.token = token;
  return true;
}
