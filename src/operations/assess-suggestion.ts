import { z } from 'zod';
import { word } from './arguments.js';
import { verb } from './verb.js';

const shape = z.strictObject({
  value: z.enum(['low', 'medium', 'high']),
  reward: z.union([z.number().transform(String), word]).optional(),
});

export const assessSuggestion = verb<z.infer<typeof shape>>({
  name: 'assess-suggestion',
  on: 'case',
  describe: 'Says what a suggestion is worth, and its reward.',
  arguments: shape,
  when: 'stage',
  apply(work, suggestion) {
    work.of.suggestion = suggestion;
  },
});
