import { z } from 'zod';
import { readTime, word } from './arguments.js';
import { verb } from './verb.js';
import { byDesk } from './who.js';
import { promise } from './wordings.js';

const shape = z.strictObject({ to: word, due: word });

export const planCallback = verb<z.infer<typeof shape>>({
  name: 'plan-callback',
  on: 'case',
  describe: 'Has a role call the customer back about a case, also a closed one.',
  arguments: shape,
  when: 'always',
  internal: true,
  check: (work, { due }) => void readTime(work, 'due', due),
  who: byDesk,
  counts: () => false,
  apply(work, { to, due }) {
    const { of } = work;
    const dueAt = readTime(work, 'due', due);
    of.callbacks.push({ id: `task/${of.callbacks.length}`, to, dueAt });
    work.notify({ role: to }, { key: 'notify.callback', values: { number: of.number, by: promise(dueAt) } });
  },
});
