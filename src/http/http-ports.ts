import type { Express } from 'express';
import type { Case } from '../domain/case.js';
import type { Conversation } from '../domain/conversation.js';
import type { Language } from '../domain/language.js';
import type { InboundMessage, Message } from '../domain/message.js';
import type { Ids, Logger, Stores } from '../domain/ports.js';
import type { Playbook } from '../domain/playbook.js';
import type { Metrics } from './health/metrics.js';
import type { PerformedOnCase, StaffPorts } from './staff-ports.js';
import type { SignedLinks } from './token.js';

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
  /** The path under which the customer gets a file that the desk gave them. */
  fileLinkOf(fileId: string): string;
  /** Settles when nothing waits in the conversation's lane. */
  settled(conversationId: string): Promise<void>;
  /** Calls back when something new may stand in the conversation, with its rows in order if they are at hand; answers how to stop. */
  watch(conversationId: string, look: (stored?: Message[]) => void): () => void;
}

/** What the customer's status page needs of the house. */
export interface StatusPorts {
  stores: Stores;
  ids: Ids;
  now(): Date;
  links: SignedLinks;
  /** What the customer may see of their case, in their language. */
  customerView(of: Case): Promise<object>;
  /** The customer's own act, an answer to the open question of that id; once for one cause. */
  answerCase(
    number: string,
    answer: { id: string; choice?: string; text?: string },
    cause: string,
  ): Promise<PerformedOnCase>;
}

/** Whether the desk can do its work. */
export interface HealthPorts {
  /** Throws when the storage does not answer or the desk is stopping. */
  ready(): Promise<void>;
  /** What an operator should know although the desk serves: a broken playbook, a channel that is down. */
  notes(): string[];
  metrics: Metrics;
}

export interface HttpPorts extends ChatPorts, StatusPorts, StaffPorts, HealthPorts {
  /** The folder of the built pages. */
  webRoot: string;
  /** Routes of channels; they come before anything reads a body, since signatures are over raw bytes. */
  mounts: ((app: Express) => void)[];
}
