import type { Case } from '../domain/case.js';
import { dueAtOf } from '../domain/clock.js';
import type { Playbook } from '../domain/playbook.js';
import { stageOf } from '../domain/stage-owner.js';
import { statusUpdateAt } from './obligations-of.js';
import { isGoing } from './running-clocks.js';

// The customer hears of it when one of these is performed.
const TELLS = new Set(['inform-customer', 'schedule-visit', 'quote', 'complete-work']);

/** The next word promised to the customer: the update on leaving this stage (its clock), or the one after the longest silence. */
export function promisedBy(of: Case, playbook: Playbook): Date | undefined {
  const silence = statusUpdateAt(of, playbook);
  if (!silence || !stageOf(of, playbook).needs.some(({ verb }) => TELLS.has(verb))) return silence;
  const clock = of.clocks.findLast((one) => one.of === 'stage' && one.entry === of.course.length && isGoing(one));
  const due = clock && dueAtOf(clock, playbook.calendar);
  return due && due < silence && !clock.events.some(({ what }) => what === 'breached') ? due : silence;
}
