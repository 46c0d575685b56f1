import { z } from 'zod';
import { accept } from './answer-outcome.js';
import { word } from './arguments.js';
import { verb } from './verb.js';
import { byCustomer } from './who.js';

const shape = z.strictObject({ about: word.optional() });

export const acceptOutcome = verb<z.infer<typeof shape>>({
  name: 'accept-outcome',
  on: 'case',
  describe: 'The customer accepts the outcome, the quote or the work.',
  arguments: shape,
  when: 'open',
  internal: true,
  notNow: ({ of }) => (of.status === 'waiting-for-customer' ? undefined : 'Nothing waits for an answer.'),
  who: byCustomer,
  apply: (work) => accept(work),
});
