import type { Phrase, PhraseValue } from '../../src/domain/phrase.js';
import type { Playbook } from '../../src/domain/playbook.js';
import { choices } from '../choices.js';
import type { Turn } from '../turn.js';
import { phrase } from '../wording/phrase.js';
import { word } from '../wording/word.js';
import { fieldOf } from './fields.js';
import { categoryOf, factsOf } from './noted.js';
import { lineOf, shownLines, type Line } from './shown.js';

/** So many changes, and everything is read back again. */
const MANY = 3;

/** Reads everything back; nothing is filed before a clear yes to it. */
export function readBack(turn: Turn): void {
  turn.memory['readBack'] = true;
  turn.memory['changes'] = 0;
  turn.sayPhrases(...readBackWords(turn));
  awaitSubmit(turn);
}

/** Shows what changed since everything was read back. */
export function readBackChanges(turn: Turn, fields: string[]): void {
  const changes = Number(turn.memory['changes'] ?? 0) + fields.length;
  if (changes >= MANY) return readBack(turn);
  turn.memory['changes'] = changes;
  turn.say('readback.changed', { lines: { lines: linesOf(turn, fields) } });
  awaitSubmit(turn);
}

/** Asks again whether to submit, in few words. */
export function askSubmit(turn: Turn, key: 'readback.now' | 'readback.clear' | 'readback.kept' = 'readback.now'): void {
  turn.say(key);
  awaitSubmit(turn);
}

/** What a customer signs by submitting. */
export function signedText(turn: Turn): string {
  const { playbook, now } = turn.context;
  const lines: PhraseValue = { lines: shownLines(turn.draft!, playbook) };
  return word(phrase('readback.lines', { lines }), turn.language, { zone: playbook.calendar.zone, now });
}

/** Leaves the question open whether to submit, without words. */
export function awaitSubmit(turn: Turn): void {
  turn.ask({ kind: 'readback', tries: 0 }, choices('submit', 'edit', 'cancel'));
}

function readBackWords(turn: Turn): Phrase[] {
  const draft = turn.draft!;
  const { playbook } = turn.context;
  if (turn.memory['voice']) {
    const facts = [...categoryOf(turn), ...factsOf(turn, Object.keys(draft.fields))];
    return [phrase('readback.short', { facts: { list: facts } })];
  }
  const lines: PhraseValue = { lines: shownLines(draft, playbook) };
  if (draft.urgent) {
    return [
      phrase('readback.lines', { lines }),
      phrase(isSigned(playbook) ? 'readback.sign' : 'readback.submit'),
      phrase('readback.rest'),
    ];
  }
  if (isSigned(playbook))
    return [phrase('readback.lines', { lines }), phrase('readback.sign'), phrase('readback.change')];
  return [phrase('readback', { lines })];
}

/** Whether submitting counts as a signature that the procedure demands. */
function isSigned({ signed }: Playbook): boolean {
  return signed === true;
}

function linesOf(turn: Turn, fields: string[]): Line[] {
  const { playbook } = turn.context;
  const draft = turn.draft!;
  return fields.flatMap((id): Line[] => {
    if (id === 'category') {
      const category = playbook.categories.find((one) => one.id === draft.category);
      return category ? [[{ phrase: phrase('field.category') }, { texts: category.label }]] : [];
    }
    if (id === 'kind') {
      const kind = playbook.kinds.find((one) => one.id === draft.kind);
      return kind ? [[{ phrase: phrase('field.kind') }, { texts: kind.label }]] : [];
    }
    const field = fieldOf(playbook, id);
    return field ? lineOf(field, draft, playbook) : [];
  });
}
