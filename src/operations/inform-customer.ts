import { z } from 'zod';
import { text } from './arguments.js';
import { verb } from './verb.js';

const shape = z.strictObject({ text });

export const informCustomer = verb<z.infer<typeof shape>>({
  name: 'inform-customer',
  on: 'case',
  describe: 'Tells the customer, in your own words.',
  arguments: shape,
  when: 'stage',
  apply(work, args) {
    const to = work.of.owners.find((one) => work.playbook.roles.some(({ id }) => id === one)) ?? work.by;
    work.tell({ say: [args.text] }, { because: 'inform', to });
  },
});
