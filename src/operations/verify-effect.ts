import { z } from 'zod';
import { lapOf } from '../domain/case-facts.js';
import { text, yesNo } from './arguments.js';
import { verb } from './verb.js';

const shape = z.strictObject({ effective: yesNo, note: text.optional() });

export const verifyEffect = verb<z.infer<typeof shape>>({
  name: 'verify-effect',
  on: 'case',
  describe: 'Records whether the actions had their effect.',
  arguments: shape,
  when: 'stage',
  apply({ of }, { effective }) {
    for (const action of of.actions) {
      if (action.lap === lapOf(of) && action.state === 'done') action.effective = effective;
    }
  },
});
