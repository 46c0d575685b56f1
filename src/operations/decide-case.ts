import type { Case, CaseRecord } from '../domain/case.js';
import { advance } from './course.js';
import { turnCaseClocks } from './case-clocks.js';
import { CaseWork, type CaseContext } from './case-work.js';
import { checkVerb, isOver, type Checked } from './check-verb.js';
import { finish } from './finish.js';
import { Refusal, type Refused } from './refused.js';
import { settleOwner } from './settle-owner.js';
import type { CaseVerb } from './verb.js';
import { rolesHere } from './who-may.js';

/** A case as it will be stored, with what follows from the change; or why nothing changes. */
export type Decided = { case: Case } | { unchanged: true } | { refused: Refused };

/** Decides an operation on a case: pure, so that deciding twice gives the same. `ifVersion`: the version that the actor read. */
export function decideCase(
  of: Case,
  verb: CaseVerb,
  given: Record<string, unknown>,
  context: CaseContext,
  ifVersion?: number,
): Decided {
  try {
    const work = new CaseWork(of, context);
    const checked = checkVerb(work, verb, given);
    if (ifVersion !== undefined && ifVersion !== of.version) throw new Refusal('STALE');
    if (verb.isIdle?.(work, checked.args)) return { unchanged: true };
    perform(work, verb, checked);
    return { case: finish(work) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.refused };
    throw error;
  }
}

/** Carries out a checked operation on the copy: it is recorded, the case changes, and it moves on when nothing is missing. */
export function perform(work: CaseWork, verb: CaseVerb, { args, role }: Checked): void {
  const counts = verb.counts?.(work, args) ?? true;
  const entry = work.of.course.length;
  work.note(verb.name, args);
  const before = work.of.records.length;
  if (counts) work.of.records.push(recordOf(work, verb, args, role));
  verb.apply(work, args, role);
  turnCaseClocks(work, counts ? work.of.records[before] : undefined);
  if (isOver(work.of) || work.of.course.length !== entry) return;
  if (counts) advance(work, { verb: verb.name, args });
  else settleOwner(work, 'changed');
}

function recordOf(work: CaseWork, { name }: CaseVerb, args: Record<string, unknown>, role?: string): CaseRecord {
  const { actor } = work.context;
  const roles = actor.type === 'person' ? rolesHere(actor.person, work.playbook) : [];
  const { stage, course } = work.of;
  return { verb: name, stage, entry: course.length, by: work.by, role, roles, at: work.now, args };
}
