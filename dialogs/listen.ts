import type { DialogEvent } from '../src/domain/dialog.js';
import type { Field } from '../src/domain/field.js';
import { chosenByWords } from './choices.js';
import { maskSecrets } from './understanding/mask-secrets.js';
import {
  readAnswer,
  understand,
  type Answer,
  type UnderstandContext,
  type Understood,
} from './understanding/understand.js';
import type { Turn } from './turn.js';

export type MessageEvent = Extract<DialogEvent, { type: 'message' }>;

/** A customer's message as it was heard: ids and card numbers are gone, what it means is read once. */
export interface Heard {
  event: MessageEvent;
  text: string;
  /** The choice pressed, or named in words among those of the open question. */
  choice?: string;
  means: Understood;
  /** The last digits of what was masked. */
  masked: string[];
}

export function listen(turn: Turn, event: MessageEvent): Heard {
  const { text, masked } = maskSecrets(event.text);
  const means = understand(text, readingContext(turn));
  const choice = event.choice ?? chosenByWords(text, turn.dialog.open?.choices ?? [], turn.context.playbook);
  return { event, text: text.trim(), choice, means, masked };
}

/** What is known around the words, for reading them. */
export function readingContext(turn: Turn): UnderstandContext {
  const { playbook, now } = turn.context;
  return {
    now,
    zone: playbook.calendar.zone,
    language: turn.language,
    region: playbook.region,
    fields: playbook.fields,
    open: turn.dialog.open?.field,
    filled: turn.draft?.fields,
  };
}

export function answerTo(field: Field, text: string, turn: Turn): Answer {
  return readAnswer(text, field, { ...readingContext(turn), open: field.id });
}
