import type { Branch, Playbook, Stage } from '../domain/playbook.js';
import type { Fault } from './cross-check.js';

type Book = Omit<Playbook, 'hash'>;

/** Whether every stage is entered by some way and left by some way, customers decide something where they own a stage, and nobody is their own superior. */
export function checkCourse(book: Book): Fault[] {
  return [...unreachable(book), ...endless(book), ...alone(book), ...undecided(book), ...circles(book)];
}

function waysOf(stage: Stage): Branch[] {
  return [...stage.next, ...(stage.on ?? [])];
}

function unreachable(book: Book): Fault[] {
  const byId = new Map(book.stages.map((stage) => [stage.id, stage]));
  const reached = new Set<string>();
  const enter = (id: string) => {
    const stage = byId.get(id);
    if (!stage || reached.has(id)) return;
    reached.add(id);
    waysOf(stage).forEach(({ to }) => enter(to));
  };
  book.kinds.flatMap(({ start }) => start).forEach(({ to }) => enter(to));
  Object.values(book.reopen).forEach(enter);
  return book.stages
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) => ({ path: ['stages', id], message: 'no way leads to this stage' }));
}

/** Stages from which `closed` cannot be reached. */
function endless(book: Book): Fault[] {
  const ending = new Set(['closed']);
  for (let before = 0; before !== ending.size;) {
    before = ending.size;
    for (const stage of book.stages) if (waysOf(stage).some(({ to }) => ending.has(to))) ending.add(stage.id);
  }
  return book.stages
    .filter(({ id }) => !ending.has(id))
    .map(({ id }) => ({ path: ['stages', id, 'next'], message: 'from here no way leads on to closed' }));
}

/** Where every way has a condition, a case for which none holds would stand still. */
function alone(book: Book): Fault[] {
  const open = (branches: Branch[]) => branches.every(({ when }) => when !== undefined);
  const message = 'every way has a condition: let the last one have none, for all other cases';
  return [
    ...book.stages.filter(({ next }) => open(next)).map(({ id }) => ({ path: ['stages', id, 'next'], message })),
    ...book.kinds.filter(({ start }) => open(start)).map(({ id }) => ({ path: ['kinds', id, 'start'], message })),
  ];
}

function undecided({ stages }: Book): Fault[] {
  const theirs = ({ owner }: Stage) =>
    owner === 'customer' || owner.some(({ roles }) => roles.length === 1 && roles[0] === 'customer');
  return stages
    .filter((stage) => theirs(stage) !== (stage.acceptance !== undefined))
    .map(({ id }) => ({
      path: ['stages', id, 'acceptance'],
      message: 'a stage that the customer owns says what they decide (outcome, quote, sign-off), and no other one does',
    }));
}

function circles({ superiors }: Book): Fault[] {
  return Object.keys(superiors).flatMap((role) => {
    const seen = new Set<string>();
    for (let above: string | undefined = role; above !== undefined; above = superiors[above]) {
      if (seen.has(above)) return above === role ? [circle(role, [...seen])] : [];
      seen.add(above);
    }
    return [];
  });
}

function circle(role: string, chain: string[]): Fault {
  return { path: ['superiors', role], message: `the chain goes in a circle: ${[...chain, role].join(' -> ')}` };
}
