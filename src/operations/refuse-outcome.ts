import { z } from 'zod';
import { refuseOutcome as refuse } from './answer-outcome.js';
import { word, words } from './arguments.js';
import { verb } from './verb.js';
import { byCustomer } from './who.js';

const shape = z.strictObject({ reason: words.optional(), about: word.optional() });

export const refuseOutcome = verb<z.infer<typeof shape>>({
  name: 'refuse-outcome',
  on: 'case',
  describe: 'The customer does not accept, and says why.',
  arguments: shape,
  when: 'open',
  internal: true,
  notNow: ({ of }) => (of.status === 'waiting-for-customer' ? undefined : 'Nothing waits for an answer.'),
  who: byCustomer,
  apply: (work, { reason = '' }) => refuse(work, reason),
});
