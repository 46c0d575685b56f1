import type { Case } from '../domain/case.js';
import { dueAtOf } from '../domain/clock.js';
import type { Obligation } from '../domain/obligation.js';
import type { Playbook } from '../domain/playbook.js';
import { missingNeeds } from '../domain/stage-needs.js';
import { ownerOf, stageOf } from '../domain/stage-owner.js';
import { isGoing } from './running-clocks.js';

// What the stage still needs and is asked for by a name of its own on the timetable.
const TASKS: Record<string, 'callback' | 'effect-check'> = {
  'record-callback': 'callback',
  'verify-effect': 'effect-check',
};

/** Callbacks and effect checks that the present stage waits for, due with its clock. */
export function recordTasks(
  of: Case,
  playbook: Playbook,
): (Pick<Obligation, 'id' | 'to' | 'dueAt'> & { kind: 'callback' | 'effect-check' })[] {
  if (of.status !== 'open') return [];
  const clock = of.clocks.findLast((one) => one.of === 'stage' && one.entry === of.course.length && isGoing(one));
  if (!clock) return [];
  const owner = ownerOf(of, playbook);
  return missingNeeds(of, playbook, stageOf(of, playbook)).flatMap(({ verb, by }) => {
    const kind = TASKS[verb];
    const to = by?.[0] ?? owner.person?.name ?? owner.roles[0];
    return kind ? [{ kind, id: `stage/${of.course.length}`, to, dueAt: dueAtOf(clock, playbook.calendar) }] : [];
  });
}
