import type { Heard } from './listen.js';
import { clausesOf } from './understanding/clauses.js';
import { withoutInsults } from './understanding/insults.js';
import { plainOf } from './understanding/reading.js';
import type { Sign } from './understanding/understood.js';

/** Shorter than this a word of displeasure alone is no matter yet. */
const MATTER = 16;
/** A longer one is a story that asks. */
const QUESTION = 40;
/** What takes praise back. */
const BUT = /不|没|沒|但|可是|就是|只是|\bnot\b|n't|\bbut\b|however/i;

export function isShort({ text }: Heard): boolean {
  return text.length < MATTER;
}

/** The sign is all there is: nothing of a story beside it. */
export function isOnly({ means, text }: Heard, sign: Sign): boolean {
  if (!means.signs.includes(sign)) return false;
  return (
    text.length <= 12 &&
    !means.signs.some((other) => ['dissatisfied', 'complaint-word', 'suggestion', 'insult'].includes(other))
  );
}

export function isPraise({ means, text }: Heard): boolean {
  const { signs } = means;
  if (!signs.includes('praise') || signs.includes('dissatisfied') || signs.includes('complaint-word')) return false;
  return text.length <= QUESTION && !BUT.test(text);
}

/** Displeasure and nothing else: one clause of a few words. */
export function isMoodOnly({ text }: Heard): boolean {
  const words = text.match(/[a-z']+/gi)?.length ?? 0;
  return clausesOf(plainOf(text)).length === 1 && (words > 0 ? words <= 6 : text.length <= 8);
}

/** One short question and nothing beside it. */
export function isPlainQuestion({ means, text }: Heard): boolean {
  if (!means.signs.includes('question') || text.length > QUESTION) return false;
  const told = ['dissatisfied', 'suggestion', 'complaint-word', 'insult', 'asks-promise'];
  return !means.signs.some((sign) => told.includes(sign)) && clausesOf(plainOf(text)).length === 1;
}

/** Short words that are no new complaint, while a case is open. */
export function isAddition(heard: Heard): boolean {
  const { signs, corrections, facts, rest } = heard.means;
  if (signs.includes('complaint-word') || signs.includes('dissatisfied')) return false;
  return corrections.length > 0 || (facts.length > 0 && rest === '');
}

/** Every clause only insults. */
export function isInsultOnly({ means, text }: Heard): boolean {
  return means.signs.includes('insult') && withoutInsults(text) === '';
}
