import { z } from 'zod';
import { verb } from './verb.js';
import { byCustomer } from './who.js';

const shape = z.strictObject({});

export const declineOutcome = verb<z.infer<typeof shape>>({
  name: 'decline-outcome',
  on: 'case',
  describe: 'The customer does not accept and is asked why; silence from then on is no agreement.',
  arguments: shape,
  when: 'open',
  internal: true,
  notNow: ({ of }) => (of.status === 'waiting-for-customer' ? undefined : 'Nothing waits for an answer.'),
  who: byCustomer,
  counts: () => false,
  isIdle: ({ of }) => of.asked?.declinedAt !== undefined,
  apply({ of, now }) {
    if (of.asked) of.asked.declinedAt = now;
  },
});
