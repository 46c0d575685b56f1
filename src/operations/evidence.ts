import { z } from 'zod';
import { word } from './arguments.js';
import type { CaseWork } from './case-work.js';

/** A file that is stored; one that is still at the vendor's joins when it was fetched. */
export const file = z.looseObject({
  fileId: word.optional(),
  name: word,
  type: word,
  size: z.number().optional(),
  sha256: word.optional(),
});

/** Adds files that the case does not have yet; its owners hear of it. */
export function joinEvidence(work: CaseWork, files: z.infer<typeof file>[]): void {
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
}
