import { z } from 'zod';
import { highestSeverity } from '../domain/severity.js';
import { text } from './arguments.js';
import { setSeverity } from './set-severity.js';
import { verb } from './verb.js';
import { byOwner } from './who.js';

const shape = z.strictObject({ reason: text });

export const declareMajor = verb<z.infer<typeof shape>>({
  name: 'declare-major',
  on: 'case',
  describe: 'Sets the highest severity.',
  arguments: shape,
  when: 'open',
  who: byOwner,
  apply(work, { reason }) {
    setSeverity(work, highestSeverity(work.playbook), [reason]);
  },
});
