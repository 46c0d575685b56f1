import { z } from 'zod';
import { text, word } from './arguments.js';
import { findPerson, personNamed } from './find-staff.js';
import { verb } from './verb.js';
import { isAbove } from './who-may.js';

const shape = z.strictObject({ person: word, reason: text });

export const recuse = verb<z.infer<typeof shape>>({
  name: 'recuse',
  on: 'case',
  describe: 'Keeps a person out of the case altogether.',
  arguments: shape,
  when: 'open',
  check: (work, { person }) => void personNamed(work, 'person', person),
  who(work, { person }) {
    const { actor } = work.context;
    const other = findPerson(work, person);
    return actor.type === 'person' && other ? isAbove(actor.person, other, work.playbook) : undefined;
  },
  offered: ({ context }) => context.staff.filter(({ active }) => active).map(({ name }) => ({ person: name })),
  counts: () => false,
  apply(work, { person, reason }) {
    const { of } = work;
    if (!of.recused.some(({ name }) => name === person)) of.recused.push({ name: person, reason, by: work.by });
    if (of.assigned === person) Object.assign(of, { assigned: undefined, assignedAs: undefined });
    if (of.holder?.person === person) of.holder = undefined;
  },
});
