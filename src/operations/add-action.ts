import { z } from 'zod';
import { lapOf } from '../domain/case-facts.js';
import { readTime, text, word } from './arguments.js';
import { findPerson } from './find-staff.js';
import { beginClock } from './running-clocks.js';
import { verb } from './verb.js';
import { promise } from './wordings.js';

const shape = z.strictObject({
  kind: z.enum(['corrective', 'preventive', 'training']),
  what: text,
  owner: word.optional(),
  due: word.optional(),
});

export const addAction = verb<z.infer<typeof shape>>({
  name: 'add-action',
  on: 'case',
  describe: 'Adds a corrective, preventive or training action, with its owner and due date.',
  arguments: shape,
  when: 'stage',
  check: (work, { due }) => due && void readTime(work, 'due', due),
  targets: (work, { owner }) => [findPerson(work, owner)],
  apply(work, { kind, what, owner, due }) {
    const { of } = work;
    const dueAt = due ? readTime(work, 'due', due) : undefined;
    const action = of.actions.length;
    of.actions.push({ kind, what, owner, dueAt, state: 'open', by: work.by, lap: lapOf(of) });
    if (!dueAt) return;
    beginClock(work, {
      id: 'action',
      of: 'action',
      duration: { unit: 'until', at: dueAt },
      owner: owner ?? work.by,
      action,
    });
    if (owner)
      work.notifyName(owner, { key: 'notify.action', values: { number: of.number, what, by: promise(dueAt) } });
  },
});
