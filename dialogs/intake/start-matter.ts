import type { Heard } from '../listen.js';
import { choices } from '../choices.js';
import { isMixed } from '../language.js';
import { hearOut } from '../feelings.js';
import type { Turn } from '../turn.js';
import { kindOf } from './draft.js';
import { awaitField } from './ask.js';
import type { Taken } from './facts.js';
import { fieldOf, inReadingOrder } from './fields.js';
import { goOn } from './go-on.js';
import { categoryOf, factsOf, sayNoted } from './noted.js';
import { lineOf } from './shown.js';
import { takeStory } from './story.js';

/** A message from so many characters on is answered with a list of what was found in it. */
const LONG = 600;

/** The first telling: heard in the customer's words, what is known noted, then the first question. */
export function startMatter(turn: Turn, heard: Heard): void {
  const taken = takeStory(turn, heard);
  const draft = turn.draft!;
  const { playbook } = turn.context;
  if (draft.fields['content'] === undefined) return goOn(turn, taken);
  const first = !turn.memory['heardOut'];
  if (first && heard.means.signs.includes('voice-noise') && taken.noted.length > 0) return confirmVoice(turn, taken);
  hearOut(turn, heard);
  privacyOnce(turn);
  if (!turn.memory['mixed'] && isMixed(heard.text, turn.language)) turn.memory['mixed'] = 'to-say';
  if (heard.means.signs.includes('asks-promise')) turn.say('repair.promise');
  if (heard.event.files.length > 0) turn.say('file.taken', { count: heard.event.files.length });
  const asked = first && heard.means.alarms.includes('face') && kindOf(draft, playbook).receipt === 'complaint';
  const outcome = fieldOf(playbook, 'outcome');
  if (asked && outcome && draft.fields['outcome'] === undefined) {
    // The question stands in the words of comfort already.
    sayNoted(turn, taken.noted);
    draft.asked.push('outcome');
    return awaitField(turn, outcome);
  }
  if (heard.text.length < LONG || taken.noted.length === 0) return goOn(turn, taken);
  const known = inReadingOrder(playbook.fields).filter(({ id }) => taken.noted.includes(id));
  turn.say('repair.long', { lines: { lines: known.flatMap((field) => lineOf(field, draft, playbook)) } });
  goOn(turn, { ...taken, noted: [] });
}

/** Speech put into text: what was made out is said at once, any yes will do. */
function confirmVoice(turn: Turn, { noted }: Taken): void {
  turn.memory['voice'] = true;
  turn.say('repair.voice', { facts: { list: [...categoryOf(turn), ...factsOf(turn, noted)] } });
  turn.ask({ kind: 'confirm', tries: 0, detail: { what: 'voice' } }, choices('no', 'yes'));
}

function privacyOnce(turn: Turn): void {
  const link = turn.context.privacyLink;
  if (!link || turn.memory['privacy']) return;
  turn.memory['privacy'] = true;
  turn.say('privacy.notice', { link });
}
