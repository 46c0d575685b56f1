import { z } from 'zod';
import { text } from './arguments.js';
import { withdraw as end } from './closing.js';
import { leave } from './course.js';
import { verb } from './verb.js';
import { byCustomer, byOwner } from './who.js';

const shape = z.strictObject({ reason: text });

export const withdraw = verb<z.infer<typeof shape>>({
  name: 'withdraw',
  on: 'case',
  describe: 'Ends the case because the customer no longer wants it.',
  arguments: shape,
  when: 'open',
  who: (work) => byCustomer(work) ?? byOwner(work),
  counts: () => false,
  apply(work) {
    const owners = work.of.owners.filter((name) => name !== 'customer');
    leave(work);
    end(work);
    if (work.context.actor.type !== 'customer') return;
    for (const name of owners) work.notifyName(name, { key: 'notify.withdrawn', values: { number: work.of.number } });
  },
});
