import { z } from 'zod';
import { text } from './arguments.js';
import { verb } from './verb.js';
import { byAnybody, countsForStage } from './who.js';

const shape = z.strictObject({ text });

export const say = verb<z.infer<typeof shape>>({
  name: 'say',
  on: 'case',
  describe: 'Says something to the customer in the chat.',
  arguments: shape,
  when: 'open',
  who: byAnybody,
  counts: (work, args) => countsForStage(work, 'say', args),
  apply: (work, args) => work.tell({ say: [args.text] }, { because: 'say', to: work.of.owners[0] ?? '' }),
});
