import { z } from 'zod';
import { file, joinEvidence } from './evidence.js';
import { words } from './arguments.js';
import { raiseByWords } from './set-severity.js';
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
    const { of } = work;
    joinEvidence(work, args.files ?? []);
    if (!args.text) return;
    raiseByWords(work, args.text);
    for (const name of of.owners.filter((one) => one !== 'customer')) {
      work.notifyName(name, { key: 'notify.message', values: { number: of.number, text: args.text } });
    }
  },
});
