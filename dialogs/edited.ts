import { classifyDraft } from './intake/classify.js';
import { setField, tellStory } from './intake/draft.js';
import { factsOf } from './intake/noted.js';
import { repeatQuestion } from './intake/repeat-question.js';
import { readBackChanges } from './intake/read-back.js';
import { readingContext, type Heard } from './listen.js';
import type { Turn } from './turn.js';
import { understand } from './understanding/understand.js';

/** A message was edited: what was read from it is read anew while the draft is open; later it is a note on the case. */
export function answerEdit(turn: Turn, heard: Heard): void {
  const edits = heard.event.edits!;
  const draft = turn.draft;
  const told = draft?.story.some(({ id }) => id === edits);
  const fields = Object.entries(draft?.sources ?? {}).filter(([, source]) => source === edits);
  if (draft && (told || fields.length > 0)) return correctDraft(turn, heard, edits, told ?? false);
  const filed = turn.context.cases[0];
  if (!filed || draft) return;
  turn.memory['editNoted'] = true;
  turn.perform.push({ verb: 'add-to-case', caseNumber: filed.case.number, args: { text: heard.text } });
}

function correctDraft(turn: Turn, heard: Heard, edits: string, told: boolean): void {
  const draft = turn.draft!;
  const changed: string[] = [];
  const { open: _asked, ...around } = readingContext(turn);
  for (const { field, value, vague, sure } of understand(heard.text, { ...around, filled: {} }).facts) {
    if (!sure || draft.fields[field] === value) continue;
    setField(draft, field, value, edits, vague);
    changed.push(field);
  }
  // A bare answer that was edited is the new answer.
  const answered = Object.keys(draft.sources).filter((id) => draft.sources[id] === edits && id !== 'content');
  if (changed.length === 0 && !told && answered.length === 1 && heard.text !== '') {
    setField(draft, answered[0]!, heard.text, edits);
    changed.push(answered[0]!);
  }
  if (told) {
    tellStory(draft, edits, heard.text, heard.means.rest || heard.text);
    classifyDraft(turn, heard);
  }
  if (turn.dialog.open?.kind === 'readback') return readBackChanges(turn, told ? ['content', ...changed] : changed);
  const facts = factsOf(turn, changed);
  turn.say('edited.taken', { facts: facts.length > 0 ? { list: facts } : heard.text });
  repeatQuestion(turn);
}
