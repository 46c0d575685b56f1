import { z } from 'zod';
import { text } from './arguments.js';
import { promisedBy } from './promised-by.js';
import { reopen as open, reopenStage } from './reopening.js';
import { verb } from './verb.js';
import { byCustomer, byRoles } from './who.js';
import { promise } from './wordings.js';

const shape = z.strictObject({ reason: text });

export const reopen = verb<z.infer<typeof shape>>({
  name: 'reopen',
  on: 'case',
  describe: 'Opens a closed case again.',
  arguments: shape,
  when: 'closed',
  who(work) {
    const stage = work.playbook.stages.find(({ id }) => id === reopenStage(work));
    const roles = !stage || stage.owner === 'customer' ? [] : stage.owner.flatMap((owner) => owner.roles);
    return byCustomer(work) ?? byRoles(work, roles);
  },
  counts: () => false,
  apply(work, { reason }) {
    open(work, reason);
    const { of, playbook, now, context } = work;
    of.heardAt = now;
    // The dialog answers the customer's own request.
    if (context.actor.type === 'customer') return;
    const by = promisedBy(of, playbook) ?? now;
    work.tell({ say: [{ key: 'reopen.done', values: { number: of.number, by: promise(by) } }] });
  },
});
