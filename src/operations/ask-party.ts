import { z } from 'zod';
import { text, word } from './arguments.js';
import { verb } from './verb.js';

const shape = z.strictObject({ party: word, text: text.optional() });

export const askParty = verb<z.infer<typeof shape>>({
  name: 'ask-party',
  on: 'case',
  describe: 'Records that a third party was asked.',
  arguments: shape,
  when: 'stage',
  apply: () => undefined,
});
