import type { Turn } from '../turn.js';
import { awaitField, reasonOf, questionOf } from './ask.js';
import { setField } from './draft.js';
import { fieldOf } from './fields.js';
import { readBack } from './read-back.js';
import { toLocal } from '../../src/domain/working-time.js';

/** What is asked when a person was called at once: where they are (or whom to keep out), how to reach them; then it can be filed. */
const ASKED: Record<string, string[]> = {
  danger: ['place', 'phone'],
  injury: ['place', 'phone'],
  harassment: ['accused', 'concerned', 'phone'],
  bereavement: ['phone'],
};

/** Goes on with the short course. */
export function proceedUrgently(turn: Turn): void {
  const draft = turn.draft!;
  const { playbook } = turn.context;
  if (draft.fields['content'] === undefined) {
    const content = fieldOf(playbook, 'content');
    if (content) return askShortly(turn, 'content');
  }
  noteNow(turn);
  const next = (ASKED[draft.urgent ?? ''] ?? ['phone']).find((id) => isOpen(turn, id));
  if (next) return askShortly(turn, next);
  readBack(turn);
}

/** What happens now is noted as happening now. */
function noteNow(turn: Turn): void {
  const draft = turn.draft!;
  const { playbook, now } = turn.context;
  const happening = draft.urgent === 'danger' || draft.urgent === 'injury';
  if (!happening || draft.fields['occurred_at'] !== undefined || !fieldOf(playbook, 'occurred_at')) return;
  setField(draft, 'occurred_at', toLocal(now, playbook.calendar.zone), turn.cause);
}

function isOpen(turn: Turn, id: string): boolean {
  const draft = turn.draft!;
  return Boolean(fieldOf(turn.context.playbook, id)) && draft.fields[id] === undefined && !draft.passed.includes(id);
}

function askShortly(turn: Turn, id: string): void {
  const field = fieldOf(turn.context.playbook, id)!;
  const draft = turn.draft!;
  const again = draft.asked.includes(id);
  if (id === 'place') turn.say('urgent.where');
  else if (id === 'phone' && !again && draft.urgent !== 'bereavement') turn.say('urgent.phone');
  else {
    turn.sayPhrases(questionOf(turn, field));
    const reason = reasonOf(turn, field);
    if (!again && reason && id !== 'content') turn.sayPhrases(reason);
  }
  if (!again) draft.asked.push(id);
  awaitField(turn, field);
}
