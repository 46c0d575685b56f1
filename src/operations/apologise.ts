import { z } from 'zod';
import { text } from './arguments.js';
import { verb } from './verb.js';
import { byOwner } from './who.js';

const shape = z.strictObject({ text: text.optional() });

export const apologise = verb<z.infer<typeof shape>>({
  name: 'apologise',
  on: 'case',
  describe: 'Apologises to the customer; with a text, in the chat.',
  arguments: shape,
  when: 'open',
  who: byOwner,
  apply(work, args) {
    if (args.text) work.tell({ say: [args.text] });
  },
});
