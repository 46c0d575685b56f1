import { z } from 'zod';
import { text, yesNo } from './arguments.js';
import { verb } from './verb.js';

const shape = z.strictObject({
  outcome: text.optional(),
  grounds: yesNo.optional(),
  reasonable: yesNo.optional(),
  note: text.optional(),
});

export const confirmFacts = verb<z.infer<typeof shape>>({
  name: 'confirm-facts',
  on: 'case',
  describe: 'Confirms what happened and what the customer wants.',
  arguments: shape,
  when: 'stage',
  apply: () => undefined,
});
