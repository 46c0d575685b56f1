import type { CaseRow } from '../api/case-shapes.js';
import type { Playbook } from '../api/playbook-shapes.js';
import type { Person } from '../api/staff-shapes.js';
import { isOut } from '../case/is-out.js';

/** Why somebody cannot be given any of these cases, or not all of them (then `numbers` names those). */
export interface WhyNot {
  why: 'recused' | 'procedure';
  numbers: string[];
  all: boolean;
}

export function whyNot(
  person: Person,
  rows: CaseRow[],
  book: (id: string) => Pick<Playbook, 'roles'> | undefined,
): WhyNot | undefined {
  const recused = rows.filter((row) => isOut(row, person));
  const foreign = rows.filter(
    ({ playbook }) => !(book(playbook)?.roles ?? []).some(({ id }) => person.roles.includes(id)),
  );
  const out = rows.filter((row) => recused.includes(row) || foreign.includes(row));
  if (out.length === 0) return undefined;
  const why = recused.length > 0 ? 'recused' : 'procedure';
  const numbers = (recused.length > 0 ? recused : foreign).map(({ number }) => number);
  return { why, numbers, all: out.length === rows.length };
}
