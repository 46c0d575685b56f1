import { z } from 'zod';
import { amount, text } from './arguments.js';
import { Refusal } from './refused.js';
import { verb } from './verb.js';

const shape = z.strictObject({ done: text, charged: amount });

export const completeWork = verb<z.infer<typeof shape>>({
  name: 'complete-work',
  on: 'case',
  describe: 'Records what was done and charged; never more than the quote.',
  arguments: shape,
  when: 'stage',
  apply({ of }, { charged }) {
    if (charged > (of.quote?.amount ?? 0)) throw new Refusal('OVER_QUOTE', undefined, 'charged');
    of.charged = charged;
  },
});
