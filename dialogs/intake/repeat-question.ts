import { choices } from '../choices.js';
import type { Turn } from '../turn.js';
import { askAgain, askCategory, askContent, askKind, awaitField } from './ask.js';
import { fieldOf } from './fields.js';
import { proceed } from './proceed.js';
import { askSubmit } from './read-back.js';
import { askSameMatter } from './same-matter.js';
import { labelOf } from './shown.js';

/** Puts the open question again, once and in few words, after something came between. */
export function repeatQuestion(turn: Turn): void {
  const { open, draft } = turn.dialog;
  if (!draft || turn.memory['quiet']) return;
  if (!open) return;
  const field = fieldOf(turn.context.playbook, open.field);
  if (open.kind === 'field' && field && open.detail?.['change']) {
    turn.say('change.value', { field: labelOf(field, draft, turn.context.playbook) });
    awaitField(turn, field, { tries: open.tries, detail: open.detail });
  } else if (open.kind === 'field' && field) askAgain(turn, field);
  else if (open.kind === 'readback') askSubmit(turn);
  else if (open.kind === 'category') askCategory(turn);
  else if (open.kind === 'kind') askKind(turn);
  else if (open.kind === 'same-matter') {
    const of = turn.context.cases.find(({ case: one }) => one.number === open.detail?.['number']);
    if (of) askSameMatter(turn, of);
  } else if (open.kind === 'offer') {
    turn.say('offer.agent');
    turn.offer(choices('agent', 'no'));
  } else if (draft.fields['content'] !== undefined) proceed(turn);
  else {
    turn.say('ask.content');
    askContent(turn);
  }
}
