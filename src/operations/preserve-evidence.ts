import { z } from 'zod';
import { text } from './arguments.js';
import { verb } from './verb.js';
import { byOwner } from './who.js';

const shape = z.strictObject({ note: text });

export const preserveEvidence = verb<z.infer<typeof shape>>({
  name: 'preserve-evidence',
  on: 'case',
  describe: 'Records what evidence was secured, and where.',
  arguments: shape,
  when: 'open',
  who: byOwner,
  apply: () => undefined,
});
