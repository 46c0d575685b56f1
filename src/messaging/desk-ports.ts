import type { Case } from '../domain/case.js';
import type { Classification } from '../domain/classification.js';
import type { Conversation } from '../domain/conversation.js';
import type { Dialogs } from '../domain/dialog.js';
import type { Message } from '../domain/message.js';
import type { Phrase } from '../domain/phrase.js';
import type { Channel } from '../domain/channel.js';
import type { Ids, Logger, Stores } from '../domain/ports.js';
import type { Playbook } from '../domain/playbook.js';

/** What an operation answered: the case as it is now, or why it was refused. */
export type Performed =
  | { ok: true; case?: Case; memory?: Record<string, string> }
  | { ok: false; code: string; message: string; field?: string };

/** An operation a customer's conversation asks for, in its turn. */
export interface CustomerRequest {
  verb: string;
  caseNumber?: string;
  args: Record<string, unknown>;
  conversation: Conversation;
  /** Idempotent: the same cause is performed once. */
  cause: string;
}

/** What messaging needs of the rest of the house. */
export interface DeskPorts {
  stores: Stores;
  channels: Map<string, Channel>;
  dialogs: Dialogs;
  now(): Date;
  ids: Ids;
  log: Logger;
  /** Words in the customer's language; joined by line breaks. */
  word(say: (Phrase | string)[], language: Conversation['language'], playbook: Playbook): string;
  /** The playbook of the conversation's draft, else its own. */
  playbookOf(conversation: Conversation): Promise<Playbook>;
  playbookOfCase(of: Case): Promise<Playbook>;
  /** A customer's words as they may be kept: identity and card numbers, passwords and codes are hidden. */
  mask(text: string): string;
  classify(playbook: Playbook, text: string, axis: 'category' | 'kind'): Classification;
  perform(request: CustomerRequest): Promise<Performed>;
  /** Carries out all that a case's last change decided, in its conversation and on other cases. */
  recoverCase(of: Case): Promise<void>;
  promisedBy(of: Case, playbook: Playbook): Date | undefined;
  linkOf(caseNumber: string): string;
  /** Where whoever has the link may fetch a file. */
  fileLinkOf(fileId: string): string;
  /** The case's record that its customer could, or could not, be reached by this message; `within`: the conversation in whose turn that is told. */
  delivered(row: Message, reached: boolean, within?: string): Promise<void>;
  /** Makes one-time codes unguessable. */
  secret: string;
  /** Where a customer goes on in another chat. */
  chatLink: string;
  /** Where the company says what it does with personal data. */
  privacyLink?: string;
  /** Counts what reached customers on a channel, for the operator's figures. */
  counted(replies: number, channel: string): void;
  /** Something new stands in a conversation (with its rows, where they are at hand), or for a person: live views look. */
  changed(what: { conversationId?: string; caseNumber?: string; person?: string; stored?: Message[] }): void;
}
