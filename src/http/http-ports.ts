import type { Conversation } from '../domain/conversation.js';
import type { Language } from '../domain/language.js';
import type { InboundMessage } from '../domain/message.js';
import type { Ids, Logger, Stores } from '../domain/ports.js';
import type { Playbook } from '../domain/playbook.js';

/** What the customer's doors need of the house. */
export interface ChatPorts {
  stores: Stores;
  ids: Ids;
  log: Logger;
  now(): Date;
  allowedOrigins: string[];
  /** Other processes write to the same storage: streams also poll. */
  shared: boolean;
  /** Ids that `?playbook=` may name. */
  playbook(id: string): Playbook | undefined;
  defaultPlaybook(): Playbook;
  openConversation(contact: {
    id: string;
    tokenHash: string;
    playbookId: string;
    locale?: string;
    defaultLanguage: Language;
  }): Promise<Conversation>;
  take(inbound: InboundMessage): Promise<{ duplicate: boolean }>;
  /** Settles when nothing waits in the conversation's lane. */
  settled(conversationId: string): Promise<void>;
  /** Calls back when something new may stand in the conversation; answers how to stop. */
  watch(conversationId: string, look: () => void): () => void;
}
