import { z } from 'zod';
import { file, joinEvidence } from './evidence.js';
import { verb } from './verb.js';
import { byCustomer, byDesk } from './who.js';

const shape = z.strictObject({ files: z.array(file).min(1).max(50) });

export const addEvidence = verb<z.infer<typeof shape>>({
  name: 'add-evidence',
  on: 'case',
  describe: "Adds the customer's files.",
  arguments: shape,
  when: 'open',
  internal: true,
  who: (work) => byCustomer(work) ?? byDesk(work),
  counts: () => false,
  apply: (work, { files }) => joinEvidence(work, files),
});
