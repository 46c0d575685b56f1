import type { Field } from '../../src/domain/field.js';
import type { Turn } from '../turn.js';
import type { KnownCase } from '../status/case-words.js';
import { askCategory, askField, askKind } from './ask.js';
import { needsCategory } from './classify.js';
import { missingFields, partnerOf, pointedAt } from './fields.js';
import { sayNoted } from './noted.js';
import { readBack } from './read-back.js';
import { askSameMatter, sameMatter } from './same-matter.js';
import { proceedUrgently } from './short-course.js';

type Next =
  | { ask: 'where-and-how' | 'kind' | 'category' | 'submit' }
  | { ask: 'same-matter'; as: KnownCase }
  | { ask: 'field'; field: Field; partner?: Field };

/** Asks for what is still missing, one question, after saying what was noted; reads everything back when nothing is. */
export function proceed(turn: Turn, noted: string[] = []): void {
  const next = nextOf(turn);
  if (next.ask !== 'submit' && next.ask !== 'where-and-how') sayNoted(turn, noted);
  if (turn.memory['mixed'] === 'to-say') {
    turn.memory['mixed'] = 'said';
    turn.say('repair.mixed');
  }
  if (next.ask === 'where-and-how') proceedUrgently(turn);
  else if (next.ask === 'same-matter') askSameMatter(turn, next.as);
  else if (next.ask === 'kind') askKind(turn);
  else if (next.ask === 'category') askCategory(turn);
  else if (next.ask === 'field') askField(turn, next.field, next.partner);
  else readBack(turn);
}

function nextOf(turn: Turn): Next {
  const draft = turn.draft!;
  const { playbook } = turn.context;
  if (draft.urgent) return { ask: 'where-and-how' };
  const as = sameMatter(turn);
  if (as) return { ask: 'same-matter', as };
  if (!draft.kind) return { ask: 'kind' };
  const missing = missingFields(draft, playbook);
  const field = missing[0];
  if (field) return { ask: 'field', field, partner: partnerOf(field, missing) };
  if (needsCategory(turn)) return { ask: 'category' };
  const optional = pointedAt(draft, playbook);
  return optional ? { ask: 'field', field: optional } : { ask: 'submit' };
}
