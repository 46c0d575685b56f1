import type { Case } from './case.js';
import type { Classification } from './classification.js';
import type { Control, Conversation, OpenAsk } from './conversation.js';
import type { Effect, Reply, Telling } from './effect.js';
import type { Language } from './language.js';
import type { InboundFile } from './message.js';
import type { Playbook } from './playbook.js';

/** What the customer has told so far and is not yet filed. Position by name: {playbook hash, question}. */
export interface Draft {
  playbook: { id: string; hash: string };
  kind?: string;
  category?: string;
  /** Category or kind was stated or confirmed by the customer rather than proposed. */
  categorySure?: boolean;
  /** Canonical values by field id; `content` holds the story. */
  fields: Record<string, string>;
  /** What stood before in fields that were changed, the latest change last. */
  was?: Record<string, string>;
  /** The story message by message: all of it, and what a read-back shows of it. An edited message replaces its own. */
  story: { id: string; text: string; shown: string }[];
  /** Values that are rough ("2026-03-01 evening") by field id. */
  vague: Record<string, boolean>;
  /** Skipped or refused, not to be asked again. */
  passed: string[];
  /** Asked before, for "never asked twice" and shorter second askings. */
  asked: string[];
  evidence: InboundFile[];
  /** Which message each value came from, so that an edited message corrects it. */
  sources: Record<string, string>;
  /** The alarm that put the short course on: only where and how to reach them are asked. */
  urgent?: string;
  startedAt: Date;
  lastAt: Date;
}

/** The question the dialog itself has open. */
export interface OpenQuestion {
  kind:
    | 'field'
    | 'category'
    | 'kind'
    | 'readback'
    | 'offer'
    | 'confirm'
    | 'cancel'
    | 'restart'
    | 'same-matter'
    | 'edit'
    | 'choose';
  field?: string;
  tries: number;
  choices: string[];
  detail?: Record<string, string>;
}

export interface DialogState {
  draft?: Draft;
  open?: OpenQuestion;
  /** Submitted, waiting for the case to be stored: the key of the effect. */
  filing?: string;
  greeted: boolean;
  insults: number;
  /** Said before the draft existed or beside it (for the story): ids of messages. */
  said: string[];
  /** Calls that a person owes this customer and that no case holds yet. */
  calls?: { id: string; kind: 'call-customer' | 'callback'; to: string; because: string; by: Date }[];
  /** Anything else a dialog must remember; plain data. */
  memory: Record<string, string | number | boolean>;
}

export type DialogEvent =
  | {
      type: 'message';
      id: string;
      text: string;
      choice?: string;
      files: InboundFile[];
      edits?: string;
      sticker?: boolean;
      at: Date;
    }
  /** An operation that this conversation asked for was performed or refused. */
  | {
      type: 'result';
      key: string;
      verb: string;
      case?: Case;
      refusal?: { code: string; message: string };
      /** What else the operation answered: the code, link and minutes of `continue-elsewhere`. */
      memory?: Record<string, string>;
    }
  | { type: 'handed-back'; by: string; displayName: string; note?: string }
  | { type: 'told'; telling: Telling }
  | { type: 'due'; what: 'draft-reminder' | 'agent-wait' | 'agent-reminder' };

/** Everything a step may know; nothing else is an input. */
export interface StepContext {
  now: Date;
  /** The draft's playbook while there is one, else the conversation's. */
  playbook: Playbook;
  classify(text: string, axis: 'category' | 'kind'): Classification;
  /** Cases of this customer, newest first, with their playbooks. */
  cases: { case: Case; playbook: Playbook }[];
  /** Whether somebody who could take the conversation is on duty. */
  staffed: boolean;
  /** What the customer said under these ids while an agent spoke, oldest first (at hand-back). */
  saidToAgent: { id: string; text: string; files: InboundFile[] }[];
  /** The next word promised to this customer about a case: the earliest obligation, rounded by the wording. */
  promisedBy(of: Case): Date | undefined;
  /** The signed link of a case's status page. */
  linkOf(caseNumber: string): string;
  /** Where the company says what it does with personal data; without it the notice is not given. */
  privacyLink?: string;
  channel: { push: boolean; files: boolean };
}

export type StepReply = Omit<Reply, 'kind' | 'key' | 'seq'>;

/** A new state and what follows from it; keys are given by the caller. */
export interface StepResult {
  dialog: DialogState;
  asks: OpenAsk[];
  control: Control;
  language: Language;
  languageChosen: boolean;
  replies: StepReply[];
  perform: { verb: string; caseNumber?: string; args: Record<string, unknown> }[];
  /** Notifications and obligations; keys are overwritten by the caller. */
  effects: Exclude<Effect, { kind: 'reply' } | { kind: 'perform' } | { kind: 'tell' }>[];
}

/** The dialogs room, as messaging needs it. */
export interface Dialogs {
  step(conversation: Conversation, event: DialogEvent, context: StepContext): StepResult;
}
