import type { DialogState } from './dialog.js';
import type { Effect } from './effect.js';
import type { Language } from './language.js';

export type Control =
  | { by: 'bot' }
  | Waiting
  | {
      by: 'agent';
      agent: string;
      since: Date;
      /** It was urgent when they took it. */
      urgent?: boolean;
      /** The customer waits for this agent's word since then; the promise that reminds them. */
      awaited?: { since: Date; reminder: string; reminded?: boolean };
      /** How it waited before they took it, until something is said: so it can be put back. */
      waited?: Waiting;
      /** Colleagues who would have it, in the order in which they asked. */
      asked?: { by: string; at: Date; reason?: string }[];
    };

/** A customer waits for a person. */
export interface Waiting {
  by: 'waiting';
  since: Date;
  urgent: boolean;
  because: string;
  asked: number;
  /** Whom the last agent gave it to. */
  role?: string;
}

/** What colleagues should know of a conversation; no customer ever reads it. */
export interface ConversationNote {
  id: string;
  by: string;
  at: Date;
  text: string;
  /** The word that was left with the assistant. */
  handedBack?: boolean;
}

/** An open question beyond the dialog's own, answered days later as well. */
export interface OpenAsk {
  /** Unique in the conversation; also the cause of the message that asked. */
  id: string;
  kind: 'acceptance' | 'refuse-why' | 'survey-score' | 'survey-words' | 'survey-question' | 'question' | 'reopen-why';
  caseNumber: string;
  /** What exactly is accepted: an outcome, a quote, a sign-off; or the survey question's id. */
  about?: string;
  choices: string[];
  askedAt: Date;
  expiresAt?: Date;
}

/** Everything decided on one root cause (a message, an operation, a case's telling), with all its effects in order. */
export interface Turn {
  root: string;
  /** The root and what followed from it (results of operations, tellings meanwhile). */
  causes: string[];
  effects: Effect[];
  /** The customer's message that this turn handles, with its place, and its text where it is not kept as it came. */
  handled?: { id: string; seq: number; parked?: boolean; text?: string };
  /** No message marks it as unfinished, so this does. */
  open: boolean;
}

/** One customer in one chat. Changed only by compare-and-set of `version`. */
export interface Conversation {
  id: string;
  version: number;
  channel: string;
  account: string;
  user: string;
  address: Record<string, unknown>;
  customerId: string;
  displayName?: string;
  /** The playbook of new drafts. */
  playbookId: string;
  language: Language;
  /** Said by the customer rather than guessed. */
  languageChosen: boolean;
  control: Control;
  dialog: DialogState;
  asks: OpenAsk[];
  /** The latest ones, oldest first. */
  notes?: ConversationNote[];
  /** The last place given to a message. */
  seq: number;
  /** What was decided last, with its effects; carried out again after a crash. */
  turn?: Turn;
  /** The latest causes decided here other than the customer's messages: none is decided twice. */
  recent: string[];
  /** What could not be delivered waits here until they write again. */
  blocked?: boolean;
  createdAt: Date;
  heardFromAt?: Date;
  /** Web chat: the hash of the bearer token. */
  tokenHash?: string;
}
