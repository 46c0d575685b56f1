import { z } from 'zod';
import { word } from './arguments.js';
import { verb } from './verb.js';
import { byCustomer, byDesk } from './who.js';

/** A file that is stored; one that is still at the vendor's joins when it was fetched. */
export const file = z.looseObject({
  fileId: word.optional(),
  name: word,
  type: word,
  size: z.number().optional(),
  sha256: word.optional(),
});

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
  apply(work, { files }) {
    const { of } = work;
    const known = new Set(of.evidence.map(({ fileId }) => fileId));
    const added = files.flatMap(({ fileId, sha256, name, type, size = 0 }) =>
      fileId && sha256 && !known.has(fileId) ? [{ fileId, name, type, size, sha256, at: work.now }] : [],
    );
    of.evidence.push(...added);
    if (added.length === 0) return;
    for (const owner of of.owners.filter((one) => one !== 'customer')) {
      work.notifyName(owner, { key: 'notify.evidence', values: { number: of.number, count: added.length } });
    }
  },
});
