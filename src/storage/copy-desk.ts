import { createHash } from 'node:crypto';
import { RedressError } from '../errors.js';
import type { Connected } from './connect.js';
import { differing, everyPage, fingerprints, isEmpty, type Fingerprint } from './every-row.js';
import type { Models, Row } from './models.js';

/** What was copied: rows by collection, and pieces of evidence. */
export interface Copied {
  collections: Record<string, Fingerprint>;
  files: number;
}

/** Copies a whole desk into an empty one of either engine, and proves it by counts and hashes. */
export async function copyDesk(from: Connected, to: Connected, where: string): Promise<Copied> {
  if (!(await isEmpty(to.models)))
    throw new RedressError(
      'BAD_CONFIGURATION',
      `${where}: there is a desk in it already; only an empty one is filled.`,
    );
  let files = 0;
  for (const sha256 of await from.blobs.all()) {
    const bytes = await from.blobs.read(sha256);
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new RedressError(
        'STORAGE_UNREACHABLE',
        `The file ${sha256} is damaged; "npm run doctor" lists all of them.`,
      );
    await to.blobs.write(sha256, bytes);
    files += 1;
  }
  await copyRows(from.models, to.models);
  const [before, after] = [await fingerprints(from.models), await fingerprints(to.models)];
  refuseDifference(before, after);
  for (const model of Object.values(to.models)) await model.createIndexes();
  return { collections: after, files };
}

export async function copyRows(from: Models, to: Models): Promise<void> {
  for (const [name, model] of Object.entries(from)) {
    const { collection } = to[name as keyof Models];
    for await (const rows of everyPage(model)) await collection.insertMany(rows as (Row & { _id: never })[]);
  }
}

/** Throws naming the collections whose copy is not what the original is. */
export function refuseDifference(before: Record<string, Fingerprint>, after: Record<string, Fingerprint>): void {
  const names = differing(before, after);
  if (names.length === 0) return;
  const said = names.map((name) => `${name} (${before[name]?.count ?? 0} rows, copied ${after[name]?.count ?? 0})`);
  throw new RedressError('STORAGE_UNREACHABLE', `The copy is not the same as the original: ${said.join(', ')}.`);
}
