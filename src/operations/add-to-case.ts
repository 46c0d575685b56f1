import { z } from 'zod';
import { file, joinEvidence } from './evidence.js';
import { words } from './arguments.js';
import { takeWords } from './take-words.js';
import { verb } from './verb.js';
import { byCustomer } from './who.js';

const shape = z.strictObject({ text: words, files: z.array(file).max(50).optional() });

export const addToCase = verb<z.infer<typeof shape>>({
  name: 'add-to-case',
  on: 'case',
  describe: 'The customer adds to what they said.',
  arguments: shape,
  when: 'open',
  internal: true,
  who: byCustomer,
  counts: () => false,
  apply(work, args) {
    joinEvidence(work, args.files ?? []);
    if (args.text) takeWords(work, args.text);
  },
});
