import { createHash } from 'node:crypto';
import type { Conversation } from '../domain/conversation.js';
import { languageOf, type Language } from '../domain/language.js';
import type { InboundMessage } from '../domain/message.js';
import type { Stores } from '../domain/ports.js';

/** One chat is one conversation: its id follows from channel, account and user where no client holds it. */
export function conversationIdOf({
  channel,
  account,
  user,
  conversationId,
}: Pick<InboundMessage, 'channel' | 'account' | 'user' | 'conversationId'>): string {
  return (
    conversationId ??
    `c${createHash('sha256')
      .update(JSON.stringify([channel, account, user]))
      .digest('base64url')
      .slice(0, 22)}`
  );
}

export interface FirstContact {
  id: string;
  channel: string;
  account: string;
  user: string;
  address?: Record<string, unknown>;
  displayName?: string;
  locale?: string;
  playbookId: string;
  defaultLanguage: Language;
  tokenHash?: string;
}

/** Opens the conversation of a first contact, or answers the one that is there. */
export async function openConversation(stores: Stores, contact: FirstContact, now: Date): Promise<Conversation> {
  const identity = await stores.identities.ensure({
    id: JSON.stringify([contact.channel, contact.account, contact.user]),
    customerId: `u${conversationIdOf(contact).slice(1)}`,
    conversationId: contact.id,
  });
  const language = languageOf(contact.locale);
  const conversation: Conversation = {
    id: contact.id,
    version: 1,
    channel: contact.channel,
    account: contact.account,
    user: contact.user,
    address: contact.address ?? {},
    customerId: identity.customerId,
    displayName: contact.displayName,
    playbookId: contact.playbookId,
    language: language ?? contact.defaultLanguage,
    languageChosen: false,
    control: { by: 'bot' },
    dialog: { greeted: false, insults: 0, said: [], memory: { languageGuessed: language ? 'locale' : 'nothing' } },
    asks: [],
    seq: 0,
    recent: [],
    createdAt: now,
    tokenHash: contact.tokenHash,
  };
  if (await stores.conversations.create(conversation)) return conversation;
  const existing = await stores.conversations.find(contact.id);
  if (!existing) throw new Error('a conversation that exists cannot be found');
  return existing;
}
