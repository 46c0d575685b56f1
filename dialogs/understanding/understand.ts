import type { Field } from '../../src/domain/field.js';
import type { Answer, Understood, UnderstandContext } from './understood.js';

export type { Alarm, Answer, Command, Correction, Fact, Sign, UnderstandContext, Understood } from './understood.js';

/** What a customer's free words mean. Pure; never throws. */
export function understand(text: string, _context: UnderstandContext): Understood {
  return { facts: [], corrections: [], alarms: [], signs: [], rest: text.trim() };
}

/** A whole message as the answer to one question. */
export function readAnswer(text: string, _field: Field, _context: UnderstandContext): Answer {
  return text.trim() ? { value: text.trim() } : { invalid: 'text' };
}
