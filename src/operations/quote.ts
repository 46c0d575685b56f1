import { z } from 'zod';
import { amount, text } from './arguments.js';
import { verb } from './verb.js';

const shape = z.strictObject({ amount, text: text.optional() });

export const quote = verb<z.infer<typeof shape>>({
  name: 'quote',
  on: 'case',
  describe: 'Says what the work will cost; it begins when the customer agrees.',
  arguments: shape,
  when: 'stage',
  apply(work, args) {
    work.of.quote = { ...args, state: args.amount === 0 ? 'accepted' : 'proposed' };
  },
});
