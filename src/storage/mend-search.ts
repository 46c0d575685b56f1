import type { Model } from 'mongoose';
import type { CaseSearch } from '../domain/ports.js';
import { readCase } from './case-store.js';
import type { Row } from './models.js';

const AT_ONCE = 200;

/**
 * Writes anew what search looks in, for cases kept by an older version or brought from the other engine. Compare-and-set:
 * a case that changes meanwhile was written in the right form by that. Costs nothing when there are none.
 */
export async function mendSearch({ collection }: Model<Row>, search: CaseSearch): Promise<void> {
  const { form } = search;
  const others = { $or: [{ searchForm: null }, { searchForm: { $lt: form } }, { searchForm: { $gt: form } }] };
  for (;;) {
    const rows = (await collection.find(others).limit(AT_ONCE).toArray()) as unknown as Row[];
    if (rows.length === 0) return;
    const writes = rows.map((row) => {
      const set = search.row(readCase(row)!);
      const update = { $set: set, ...(!('terms' in set) && 'terms' in row && { $unset: { terms: '' } }) };
      return { updateOne: { filter: { _id: row._id, version: row.version }, update } };
    });
    await collection.bulkWrite(writes as never, { ordered: false });
  }
}
