import { z } from 'zod';
import { verb } from './verb.js';
import { byRoles } from './who.js';

const shape = z.strictObject({ disposition: z.enum(['rework', 'scrap', 'return', 'accept']) });

export const disposeGoods = verb<z.infer<typeof shape>>({
  name: 'dispose-goods',
  on: 'case',
  describe: 'Says what happens to goods that came back.',
  arguments: shape,
  when: 'open',
  notNow: ({ playbook }) =>
    playbook.closing?.some((need) => need.verb === 'dispose-goods')
      ? undefined
      : 'No goods come back under this procedure.',
  who: (work) =>
    byRoles(work, work.playbook.closing?.flatMap((need) => (need.verb === 'dispose-goods' && need.by) || []) ?? []),
  apply(work, { disposition }) {
    work.of.disposition = disposition;
  },
});
