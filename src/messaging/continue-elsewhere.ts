import { createHash } from 'node:crypto';
import { readCaseNumber } from '../domain/case-number.js';
import type { Conversation } from '../domain/conversation.js';
import type { Stores } from '../domain/ports.js';

const MINUTES = 10;
const DIGITS = 8;

interface Needs {
  stores: Pick<Stores, 'identities' | 'conversations'>;
  now(): Date;
  /** Makes codes unguessable. */
  secret: string;
  link: string;
}

const stored = (code: string): string => createHash('sha256').update(`continue ${code}`).digest('base64url');

/** Eight digits that nobody can take for the number of a case. */
function codeFrom(seed: string, attempt = 0): string {
  const digest = createHash('sha256')
    .update(attempt === 0 ? seed : `${seed} ${attempt}`)
    .digest();
  const code = String(digest.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0');
  return readCaseNumber(code) === undefined ? code : codeFrom(seed, attempt + 1);
}

/** A one-time code under which another chat becomes the same customer and takes the draft over. The same cause gives the same code. */
export async function offerCode(
  { stores, now, secret, link }: Needs,
  conversation: Conversation,
  cause: string,
): Promise<Record<string, string>> {
  const code = codeFrom(`${secret} ${cause}`);
  const { id: conversationId, customerId } = conversation;
  await stores.identities.putCode({
    id: stored(code),
    customerId,
    conversationId,
    expiresAt: new Date(now().getTime() + MINUTES * 60_000),
  });
  return { code, link, minutes: String(MINUTES) };
}

/** Redeems a code; answers what the new chat takes over, or undefined when the code is unknown, used or too old. */
export async function redeemCode(
  { stores, now }: Pick<Needs, 'stores' | 'now'>,
  conversation: Conversation,
  code: string,
): Promise<{ customerId: string; dialog?: Conversation['dialog'] } | undefined> {
  const taken = await stores.identities.takeCode(stored(code.replace(/\D/g, '')), now());
  if (!taken || taken.conversationId === conversation.id) return undefined;
  const from = await stores.conversations.find(taken.conversationId);
  await stores.identities.join(
    JSON.stringify([conversation.channel, conversation.account, conversation.user]),
    taken.customerId,
  );
  return { customerId: taken.customerId, dialog: from?.dialog };
}
