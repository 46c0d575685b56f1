import type { PhraseValue } from '../src/domain/phrase.js';
import { awaitField, questionOf } from './intake/ask.js';
import { addEvidence, tellStory } from './intake/draft.js';
import { nothingTaken, takeFact } from './intake/facts.js';
import { missingFields } from './intake/fields.js';
import { readBack } from './intake/read-back.js';
import { labelOf, shownLines } from './intake/shown.js';
import { readingContext, type Heard } from './listen.js';
import type { Turn } from './turn.js';
import { understand } from './understanding/understand.js';

const HOUR = 3_600_000;
/** After so long a draft is not gone on with in silence: it is shown first. */
const LONG_AGO = 8 * HOUR;

/** Longer than a greeting. */
const WORDS = 12;

/** Whether the customer comes back to a draft after a long time, with anything but the answer to what was read back. */
export function comesBack(turn: Turn, { event, means }: Heard): boolean {
  const { draft, context, memory, dialog } = turn;
  if (!draft || memory['quiet'] || draft.fields['content'] === undefined || event.choice !== undefined) return false;
  if (dialog.open?.kind === 'readback' && (means.command === 'submit' || means.command === 'file')) return false;
  return context.now.getTime() - draft.lastAt.getTime() >= LONG_AGO;
}

/** Shows where it stopped, takes in what came with the message, and asks the next question. */
export function showWhereItStopped(turn: Turn, heard: Heard): void {
  const draft = turn.draft!;
  // What the old question asked was not answered by these words: they are read for themselves.
  const { open: _asked, ...around } = readingContext(turn);
  const { facts } = understand(heard.text, around);
  const taken = nothingTaken();
  for (const fact of facts) takeFact(turn, fact, heard.event.id, taken);
  addEvidence(draft, heard.event.files);
  if (heard.means.rest.length > WORDS && !heard.means.signs.includes('greeting')) {
    tellStory(draft, heard.event.id, heard.means.rest, heard.means.rest);
  }
  sayWhereItStopped(turn);
}

/** What was told so far, what is missing, and the next question; a complete draft is read back whole. */
export function sayWhereItStopped(turn: Turn): void {
  const draft = turn.draft!;
  const { playbook } = turn.context;
  const missing = missingFields(draft, playbook);
  const field = missing[0];
  if (!field) return readBack(turn);
  const labels = missing.map((one): PhraseValue => labelOf(one, draft, playbook));
  turn.say('readback.resume', {
    at: { date: draft.lastAt.toISOString(), form: 'past' },
    lines: { lines: shownLines({ ...draft, category: undefined, passed: [] }, playbook) },
    missing: { list: labels },
    question: { phrase: questionOf(turn, field) },
  });
  if (!draft.asked.includes(field.id)) draft.asked.push(field.id);
  awaitField(turn, field);
}
