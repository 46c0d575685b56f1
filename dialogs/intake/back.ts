import { PHRASES } from '../phrases/phrase-keys.js';
import type { Turn } from '../turn.js';
import { askAgain } from './ask.js';
import { fieldOf } from './fields.js';
import { repeatQuestion } from './repeat-question.js';

/** Opens the question before the present one again; its answer is given anew. */
export function goBack(turn: Turn): void {
  const { draft, open } = turn.dialog;
  const now = open?.kind === 'field' ? (draft?.asked.lastIndexOf(open.field ?? '') ?? -1) : (draft?.asked.length ?? 0);
  const before = (draft?.asked ?? []).slice(0, Math.max(0, now)).at(-1);
  const field = fieldOf(turn.context.playbook, before);
  if (!draft || !field) {
    if (!draft) return void turn.say('repair.nothing', { what: PHRASES[turn.language]['choice.back'] });
    turn.say('back.none');
    return repeatQuestion(turn);
  }
  delete draft.fields[field.id];
  draft.passed = draft.passed.filter((id) => id !== field.id);
  draft.asked = draft.asked.filter((id) => id !== open?.field || id === field.id);
  askAgain(turn, field);
}
