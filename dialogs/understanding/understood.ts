import type { Field } from '../../src/domain/field.js';
import type { Language } from '../../src/domain/language.js';

/** What is known around a message while it is read. */
export interface UnderstandContext {
  now: Date;
  /** IANA name; relative times and canonical values are in it. */
  zone: string;
  language: Language;
  region: 'cn' | 'tw' | 'other';
  /** The fields of the intake; nothing is taken for a field that is not among them. */
  fields: Field[];
  /** The id of the field that the bot is asking for now. */
  open?: string;
  /** Canonical values taken so far, by field id. */
  filled?: Record<string, string>;
}

/** One value that the customer told. */
export interface Fact {
  field: string;
  /** Canonical, as stored: see `readAnswer`. */
  value: string;
  /** The exact substring of the message that it was read from. */
  from: string;
  /** A date without a time, or an amount like "800 多". */
  vague?: boolean;
  /** False where two readings are possible: to be confirmed, never stored as it is. */
  sure: boolean;
  /** The other reading, where there are exactly two. */
  other?: string;
  /** The other was said as well: two values, not two readings of one. */
  two?: boolean;
}

/** A change that the customer asks for; without `value` the field is to be asked again. */
export interface Correction {
  /** A field's id, or `category`, `kind` with a value in the customer's words. */
  field: string;
  value?: string;
  vague?: boolean;
  /** The exact substring of the message that asks for it. */
  from: string;
}

export type Command =
  | 'help'
  | 'status'
  | 'agent'
  | 'restart'
  | 'cancel'
  | 'back'
  | 'reopen'
  | 'skip'
  | 'submit'
  | 'edit'
  | 'yes'
  | 'no'
  | 'resume'
  | 'review'
  | 'keep'
  | 'file'
  | 'change-time'
  | 'continue-elsewhere'
  | 'dont-call'
  | { language: Language };

/** The rungs of the empathy ladder above a plain inconvenience. */
export type Alarm =
  'self-harm' | 'danger' | 'injury' | 'violence' | 'harassment' | 'bereavement' | 'face' | 'public' | 'money';

/** What else is heard in a message. */
export type Sign =
  | 'greeting'
  | 'thanks'
  | 'praise'
  | 'question'
  | 'suggestion'
  | 'dissatisfied'
  | 'complaint-word'
  | 'insult'
  | 'let-go'
  | 'emoji-only'
  | 'empty'
  | 'refuses-phone'
  | 'asks-promise'
  | 'why-asked'
  | 'unknown'
  | 'pinyin'
  | 'other-language'
  | 'angry-emoji'
  | 'happy-emoji'
  | 'voice-noise'
  | 'child'
  | 'corrects'
  | 'number-only';

export interface Understood {
  facts: Fact[];
  corrections: Correction[];
  command?: Command;
  alarms: Alarm[];
  signs: Sign[];
  /** The number of a filed case that the message names. */
  caseNumber?: string;
  /** The message without the clauses that only give facts, corrections or commands; for the story. */
  rest: string;
}

/** One answer as read, or what is wrong with it (the suffix of a phrase key `invalid.*`). */
export type Answer =
  | { value: string; vague?: boolean }
  | {
      invalid: 'datetime' | 'future' | 'phone' | 'email' | 'amount' | 'pattern' | 'text' | 'choice';
      value?: string;
    };
