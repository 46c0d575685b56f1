import type { z } from 'zod';
import type { Case } from '../domain/case.js';
import type { Conversation } from '../domain/conversation.js';
import type { ChannelCheck } from '../domain/channel-health.js';
import type { Capabilities } from '../domain/channel.js';
import type { Notification } from '../domain/notification.js';
import type { Phrase } from '../domain/phrase.js';
import type { Classification } from '../domain/classification.js';
import type { Ids, Logger, Stores } from '../domain/ports.js';
import type { Playbook } from '../domain/playbook.js';
import type { Person } from '../domain/staff.js';

/** An operation as its own file defines it; route, OpenAPI entry and console button derive from this. */
export interface Verb {
  name: string;
  /** `desk`: on nothing that exists yet (`open-case`). */
  on: 'case' | 'conversation' | 'desk';
  arguments: z.ZodType;
  /** One sentence, for people who read the API. */
  describe: string;
  /** The roles that may ever perform it, where that does not depend on the playbook. */
  roles?: string[];
}

/** Why an operation was refused: a code of the catalogue, words that are safe to show, the argument at fault. */
export interface Refusal {
  ok: false;
  code: string;
  message: string;
  field?: string;
}

export type PerformedOnCase = { ok: true; case: Case } | Refusal;
export type PerformedOnConversation = { ok: true; conversation: Conversation } | Refusal;

interface Operation {
  verb: string;
  args: Record<string, unknown>;
  person: Person;
  /** Unique to the request: what was performed under it is answered again and not done twice, whatever `ifVersion` says. */
  cause: string;
}

/** `number` is absent for verbs on the desk. */
export interface CaseOperation extends Operation {
  number?: string;
  /** STALE unless the case still has this version. */
  ifVersion?: number;
}

export interface ConversationOperation extends Operation {
  conversationId: string;
}

/** Something new stands in a case or a conversation, or for a person. */
export interface Change {
  caseNumber?: string;
  conversationId?: string;
  person?: string;
}

export interface ChannelStanding {
  name: string;
  capabilities: Capabilities;
  /** Its vendor can be asked whether the account is right. */
  testable: boolean;
  lastIn?: Date;
  lastOut?: Date;
  /** The latest that did not go through. */
  lastError?: { at: Date; because: string };
  /** Nothing went through since that. */
  failing: boolean;
}

/** What the staff's doors need of the house. */
export interface StaffPorts {
  stores: Stores;
  ids: Ids;
  log: Logger;
  now(): Date;
  /** The address under which people reach the desk, without a slash at its end. */
  publicUrl: string;
  /** Every playbook that serves. */
  playbooks(): Playbook[];
  defaultPlaybook(): Playbook;
  verbs: readonly Verb[];
  perform(operation: CaseOperation): Promise<PerformedOnCase>;
  performOnConversation(operation: ConversationOperation): Promise<PerformedOnConversation>;
  /** The case as JSON; for a person also `allowed`: what they may do now. */
  viewCase(of: Case, person?: Person): Promise<object>;
  /** Words for the people of a procedure. */
  word(phrase: Phrase, playbook: Playbook): string;
  /** Tells people something; live views look. What was told under an id is not told again. */
  notify(notifications: Notification[]): Promise<void>;
  /** What the classifier takes a case for, from the customer's words; undefined where it has nothing to say. */
  suggest(of: Case): Promise<Classification | undefined>;
  /** Other processes write to the same storage: the feed also looks there. */
  shared: boolean;
  /** Webhooks may lead to private addresses. */
  privateWebhooks: boolean;
  /** The channels that are on, and how they did. */
  channels(): Promise<ChannelStanding[]>;
  /** Asks a channel's vendor; undefined where there is nobody to ask. */
  checkChannel(name: string): Promise<ChannelCheck | undefined>;
  /** Handles a message that was set aside, in its old place; false when none of this id is. */
  replayLetter(id: string): Promise<boolean>;
  /** What does not check in the playbooks' files, with file and line. */
  playbookFaults(): { file: string; line: number; field: string; message: string }[];
  /** What an administrator should know of this start: a broken playbook, a channel that is down. */
  notes(): string[];
  /** Calls back at every change in this process; answers how to stop. */
  watchDesk(look: (change: Change) => void): () => void;
}
