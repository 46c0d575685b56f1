import type { PhraseValue } from '../../src/domain/phrase.js';
import type { Turn } from '../turn.js';
import { fieldOf, inReadingOrder } from './fields.js';
import { labelOf, shownFact, shownValue } from './shown.js';

/** Says what was noted, in one line. */
export function sayNoted(turn: Turn, fields: string[]): void {
  const facts = factsOf(turn, fields);
  if (facts.length > 0) turn.say('taken', { facts: { list: facts } });
}

/** Facts of the draft as they stand within a sentence. */
export function factsOf(turn: Turn, fields: string[]): PhraseValue[] {
  const { playbook } = turn.context;
  const told = playbook.fields.filter(
    ({ id }) => id !== 'content' && fields.includes(id) && turn.draft!.fields[id] !== undefined,
  );
  return inReadingOrder(told).map((field) => shownFact(field, turn.draft!, playbook));
}

/** The label of what the matter is, where that is known. */
export function categoryOf(turn: Turn): PhraseValue[] {
  const category = turn.context.playbook.categories.find(({ id }) => id === turn.draft!.category);
  return category ? [{ texts: category.label }] : [];
}

export function sayChanged(turn: Turn, fields: string[]): void {
  const { playbook } = turn.context;
  for (const id of fields) {
    const field = fieldOf(playbook, id);
    const value = turn.draft!.fields[id];
    if (!field || value === undefined || id === 'content') continue;
    turn.say('corrected', { field: labelOf(field, turn.draft!, playbook), value: shownValue(field, value, playbook) });
  }
}
