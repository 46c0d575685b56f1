import type { PhraseValue } from '../../src/domain/phrase.js';
import type { Turn } from '../turn.js';
import { phrase } from '../wording/phrase.js';
import { askCategory, askKind, awaitField } from './ask.js';
import type { Taken } from './facts.js';
import { fieldOf, missingFields } from './fields.js';
import { sayChanged } from './noted.js';
import { proceed } from './proceed.js';
import { askSubmit, readBackChanges } from './read-back.js';
import { labelOf, shownValue } from './shown.js';

export type Doubt = NonNullable<Taken['doubt']>;

/** After a message was taken in: what is in doubt or to be changed comes first, then the next question. */
export function goOn(turn: Turn, taken: Taken): void {
  if (taken.doubt) return settleDoubt(turn, taken.doubt);
  if (taken.reask) return askChange(turn, taken.reask);
  const complete = missingFields(turn.draft!, turn.context.playbook).length === 0;
  if (turn.memory['readBack'] && (complete || turn.draft!.urgent)) {
    const told = [...taken.changed, ...taken.noted];
    return told.length > 0 ? readBackChanges(turn, told) : askSubmit(turn);
  }
  sayChanged(turn, taken.changed);
  proceed(turn, taken.noted);
}

/** Asks for a field again because the customer wants it changed. */
export function askChange(turn: Turn, id: string): void {
  const { playbook } = turn.context;
  if (id === 'category') return askCategory(turn);
  if (id === 'kind') return askKind(turn);
  const field = fieldOf(playbook, id);
  if (!field) return proceed(turn);
  turn.say('change.value', { field: labelOf(field, turn.draft!, playbook) });
  awaitField(turn, field, { detail: { change: 'yes' } });
}

/** Asks which of two values is meant; put again, it is in the same words. */
export function settleDoubt(turn: Turn, { field: id, text, a, b, how }: Doubt, tries = 0): void {
  const { playbook } = turn.context;
  const field = fieldOf(playbook, id)!;
  const label = labelOf(field, turn.draft!, playbook);
  const [first, second] = [shownValue(field, a, playbook), shownValue(field, b, playbook)];
  if (how === 'conflict') turn.say('repair.conflict', { field: label, a: first, b: second });
  else if (how === 'two') turn.say('repair.two', { field: label, a: first, b: second });
  else turn.say('repair.confirm', { text, a: first, b: second });
  const named = (value: PhraseValue) => phrase('value.fact', { label, value });
  turn.ask(
    { kind: 'confirm', field: id, tries, detail: { a, b, how, text } },
    [
      { id: 'a', label: named(first) },
      { id: 'b', label: named(second) },
    ],
    { field: id, type: field.type, optional: field.optional },
  );
}
