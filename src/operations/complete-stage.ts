import { z } from 'zod';
import { text } from './arguments.js';
import { verb } from './verb.js';

const shape = z.strictObject({ note: text.optional() });

export const completeStage = verb<z.infer<typeof shape>>({
  name: 'complete-stage',
  on: 'case',
  describe: 'Says that the stage is done.',
  arguments: shape,
  when: 'stage',
  apply: () => undefined,
});
