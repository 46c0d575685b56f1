import { z } from 'zod';
import { text } from './arguments.js';
import { verb } from './verb.js';
import { byAnybody, countsForStage } from './who.js';

const shape = z.strictObject({ text });

export const addNote = verb<z.infer<typeof shape>>({
  name: 'add-note',
  on: 'case',
  describe: 'Adds a note for colleagues.',
  arguments: shape,
  when: 'always',
  who: byAnybody,
  counts: (work, args) => countsForStage(work, 'add-note', args),
  apply: () => undefined,
});
