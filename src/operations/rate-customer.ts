import { z } from 'zod';
import { mustBeOneOf, word } from './arguments.js';
import { verb } from './verb.js';

const shape = z.strictObject({ tier: word });

export const rateCustomer = verb<z.infer<typeof shape>>({
  name: 'rate-customer',
  on: 'case',
  describe: "Rates the customer's tier.",
  arguments: shape,
  when: 'stage',
  check: ({ playbook }, { tier }) =>
    playbook.tiers &&
    mustBeOneOf(
      'tier',
      tier,
      playbook.tiers.map(({ id }) => id),
    ),
  apply(work, { tier }) {
    work.of.tier = tier;
  },
});
