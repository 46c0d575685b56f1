import type { Playbook } from '../domain/playbook.js';
import type { Fault } from './cross-check.js';
import type { Sort } from './mention.js';
import { mentionsOf } from './mentions-of-playbook.js';

type Book = Omit<Playbook, 'hash'>;

/** Every name that a playbook uses must be one that it declares, and every verb one that the desk has. */
export function checkNames(book: Book, verbs: string[]): Fault[] {
  const known = knownNames(book, verbs);
  return mentionsOf(book)
    .filter(({ sort, name }) => !known[sort].includes(name))
    .map(({ sort, name, path }) => ({ path, message: unknown(sort, name, known[sort]) }));
}

function unknown(sort: Sort, name: string, known: string[]): string {
  const what = sort === 'way' ? 'stage' : sort === 'actor' || sort === 'owner' ? 'role' : sort;
  return `there is no ${what} "${name}"${known.length > 0 ? `: known are ${known.join(', ')}` : ''}`;
}

function knownNames(book: Book, verbs: string[]): Record<Sort, string[]> {
  const idsOf = (list: { id: string }[]) => list.map(({ id }) => id);
  const [roles, stages] = [idsOf(book.roles), idsOf(book.stages)];
  const clocks = book.stages.flatMap(({ id, clock = [] }) => clock.map((entry) => entry.id ?? id));
  return {
    role: roles,
    actor: [...roles, 'assigned'],
    owner: [...roles, 'customer'],
    stage: stages,
    way: [...stages, 'closed'],
    category: idsOf(book.categories),
    severity: idsOf(book.severities),
    nature: idsOf(book.natures),
    target: idsOf(book.targets),
    tier: idsOf(book.tiers ?? []),
    kind: idsOf(book.kinds),
    source: book.sources,
    department: idsOf(book.departments),
    field: idsOf(book.fields),
    remedy: idsOf(book.remedies),
    verb: verbs,
    clock: [...clocks, ...idsOf(book.caseClocks), 'action', 'first-word'],
  };
}
