import { z } from 'zod';
import { dueAtOf } from '../domain/clock.js';
import { superiorOf } from '../domain/staff-choice.js';
import { readTime, text, word } from './arguments.js';
import type { CaseWork } from './case-work.js';
import { askForExtension, grantExtension } from './extensions.js';
import { waitingExtension } from './approvals.js';
import { invalid } from './refused.js';
import { isGoing } from './running-clocks.js';
import { verb } from './verb.js';
import { byOwner } from './who.js';

const shape = z.strictObject({ clock: word, by: word, reason: text });

type Args = z.infer<typeof shape>;

export const extendDeadline = verb<Args>({
  name: 'extend-deadline',
  on: 'case',
  describe: 'Asks the next superior for a later due time of a clock.',
  arguments: shape,
  when: 'open',
  check(work, args) {
    if (newDue(work, args) <= dueOf(work, args.clock))
      throw invalid('by', 'The new due time must be later than the present one.');
  },
  notNow: (work) => (waitingExtension(work) ? 'An extension already waits for approval.' : undefined),
  who: byOwner,
  counts: () => false,
  apply(work, args, role = '') {
    const { of, playbook, context } = work;
    const approver = superiorOf([role], of, playbook, context.staff);
    const { clock, reason } = args;
    of.extensions.push({
      clock,
      by: work.by,
      dueAt: newDue(work, args),
      because: reason,
      approver: approver ?? '',
      state: 'proposed',
    });
    // At the top of the chain nobody is left to ask.
    if (approver) askForExtension(work);
    else grantExtension(work);
  },
});

function dueOf({ of, playbook }: CaseWork, id: string): Date {
  const clock = of.clocks.findLast((one) => one.id === id && isGoing(one));
  if (!clock) throw invalid('clock', `There is no running clock ${id}.`);
  return dueAtOf(clock, playbook.calendar);
}

/** `1d`, `2h` count from the present due time. */
function newDue(work: CaseWork, { clock, by }: Args): Date {
  const present = dueOf(work, clock);
  const [, count, unit] = /^(\d{1,4}) ?(d|h|min)$/.exec(by) ?? [];
  if (!count) return readTime(work, 'by', by);
  const ms = { d: 86_400_000, h: 3_600_000, min: 60_000 }[unit as 'd' | 'h' | 'min'];
  return new Date(present.getTime() + Number(count) * ms);
}
