import { z } from 'zod';
import { word } from './arguments.js';
import { verb } from './verb.js';
import { byDesk } from './who.js';

const shape = z.strictObject({ number: word });

export const linkCase = verb<z.infer<typeof shape>>({
  name: 'link-case',
  on: 'case',
  describe: 'Links a case about the same matter.',
  arguments: shape,
  when: 'always',
  internal: true,
  who: byDesk,
  counts: () => false,
  apply({ of }, { number }) {
    if (!of.linked.includes(number)) of.linked.push(number);
  },
});
