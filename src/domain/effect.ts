import type { OpenAsk } from './conversation.js';
import type { FieldType } from './field.js';
import type { InboundFile } from './message.js';
import type { Obligation } from './obligation.js';
import type { Phrase } from './phrase.js';

/** What was decided and is then carried out; each is a no-op when its key exists. Keys are `cause/n`. */
export type Effect =
  | Reply
  | { kind: 'perform'; key: string; verb: string; caseNumber?: string; args: Record<string, unknown> }
  | Telling
  | {
      kind: 'notify';
      key: string;
      to: NotifyTarget;
      phrase: Phrase;
      caseNumber?: string;
      conversationId?: string;
      urgent?: boolean;
    }
  | { kind: 'owe'; key: string; obligation: Obligation }
  | { kind: 'move'; key: string; obligationId: string; dueAt: Date }
  | { kind: 'settle'; key: string; obligationId: string; state: 'kept' | 'waived' | 'expired'; because?: string };

/** Words to the customer; `seq` is given by the conversation's compare-and-set. */
export interface Reply {
  kind: 'reply';
  key: string;
  seq?: number;
  from: 'bot' | 'agent';
  author?: string;
  /** Phrases are joined by line breaks; a plain string passes through (a person's own words). */
  say: (Phrase | string)[];
  choices?: ReplyChoice[];
  asks?: { field: string; type: FieldType; optional: boolean };
  receipt?: { number: string };
  /** What a person attached, stored already. */
  files?: InboundFile[];
  /** Withheld when an agent is in control by the time it is sent. */
  ofDialog: boolean;
  caseNumber?: string;
  heard?: 'person' | 'desk';
}

export interface ReplyChoice {
  id: string;
  label: Phrase | string;
}

/** A case tells its customer something: becomes a turn of the conversation. Without a conversation it is owed as a call. */
export interface Telling {
  kind: 'tell';
  key: string;
  caseNumber: string;
  conversationId: string;
  from: 'bot' | 'agent';
  author?: string;
  say: (Phrase | string)[];
  choices?: ReplyChoice[];
  /** Opens this question in the conversation. */
  ask?: Omit<OpenAsk, 'id' | 'askedAt'>;
  /** Closes open questions of this case of these kinds. */
  closes?: OpenAsk['kind'][];
  heard?: 'person' | 'desk';
  receipt?: { number: string };
}

/** A person, or the holders of a role (of a department where the role has them); recused people are left out. */
export type NotifyTarget = { person: string } | { role: string; department?: string } | { waitingDesk: true };
