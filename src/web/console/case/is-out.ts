import { isNamedIn } from '../../../domain/recusal.js';
import type { FullCase } from '../api/case-shapes.js';
import type { Person } from '../api/staff-shapes.js';

/** Whether a person can have no part in the case: recused by name, or complained about in it. */
export function isOut(of: Pick<FullCase, 'recused' | 'accused'>, person: Person): boolean {
  return of.recused.includes(person.name) || isNamedIn(of.accused, person);
}
