import type { Case } from '../domain/case.js';
import type { Effect } from '../domain/effect.js';
import type { Obligation } from '../domain/obligation.js';
import type { CaseWork } from './case-work.js';
import { isOver } from './check-verb.js';
import { obligationsOf, plainKey } from './obligations-of.js';
import { seenBy } from './who-sees.js';

/** The case as it is stored: the next version, with its effects and what it now owes or no longer owes. */
export function finish(work: CaseWork, kept?: string): Case {
  const { of, before, playbook } = work;
  of.version = before.version + 1;
  of.seenBy = seenBy(of, playbook);
  const owedBefore = before.version === 0 ? [] : obligationsOf(before, playbook);
  of.effects = [...work.effects, ...owedEffects(work, owedBefore, obligationsOf(of, playbook), kept)];
  of.effectsDue = work.now;
  return of;
}

function owedEffects(work: CaseWork, before: Obligation[], after: Obligation[], kept?: string): Effect[] {
  const was = new Map(before.map((one) => [one.id, one]));
  const is = new Map(after.map((one) => [one.id, one]));
  const changes: Effect[] = [];
  const key = () => `${work.context.cause}/o${changes.length}`;
  for (const one of after) {
    const old = was.get(one.id);
    if (!old) changes.push({ kind: 'owe', key: key(), obligation: one });
    else if (old.dueAt.getTime() !== one.dueAt.getTime()) {
      changes.push({ kind: 'move', key: key(), obligationId: one.id, dueAt: one.dueAt });
    }
  }
  for (const one of before) {
    if (is.has(one.id)) continue;
    countSettled(work.of, plainKey(one, work.of));
    const state = one.id === kept ? 'kept' : settledAs(one, work.of);
    changes.push({ kind: 'settle', key: key(), obligationId: one.id, state });
  }
  return changes;
}

function countSettled({ settled }: Case, id: string): void {
  const known = settled.find((one) => one.id === id);
  if (known) known.times += 1;
  else settled.push({ id, times: 1 });
}

/** What somebody owed is kept when it is no longer owed, unless the case just ended; what the desk would have done is waived. */
function settledAs({ byPerson, kind }: Obligation, of: Case): 'kept' | 'waived' {
  if (kind === 'status-update') return isOver(of) ? 'waived' : 'kept';
  return byPerson && !isOver(of) ? 'kept' : 'waived';
}
