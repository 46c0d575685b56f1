import type { Absent } from '../bson/plain-copy.js';
import { isPlain, newObjectId, receivedToStore, type Doc } from '../bson/values.js';
import { serverError } from '../errors.js';
import { checkReplacement, checkUpdate, targetOf } from './arguments.js';
import type { Table } from '../table/table.js';
import { withId } from '../update/upsert.js';
import type { BulkOperation, BulkTally } from './bulk-write.js';
import { remove, replacing, update, updating } from './mutate.js';

type Run = (tally: BulkTally, index: number) => void;

/** Without order the mongodb driver sends insertions, then updates, then deletions. */
const unorderedRank = (kind: string): number => (kind === 'insertOne' ? 0 : kind.startsWith('delete') ? 2 : 1);

/** Reads the driver's bulk models, in the order they are to run. Throws on one it does not know before any is run. */
export function bulkOperations(
  table: Table,
  models: readonly unknown[],
  { ordered, absent }: { ordered: boolean; absent: Absent },
): BulkOperation[] {
  const operations = models.map((model, index) => {
    const entries = isPlain(model) ? Object.entries(model) : [];
    const [kind, details] = entries[0] ?? ['nothing', {}];
    if (entries.length !== 1 || !isPlain(details))
      throw serverError('BadValue', 'bulkWrite takes one operation in each model');
    const run = operationOf(table, kind, details, absent);
    return { index, kind, run: (tally: BulkTally) => run(tally, index) };
  });
  return ordered ? operations : operations.sort((a, b) => unorderedRank(a.kind) - unorderedRank(b.kind));
}

function operationOf(table: Table, kind: string, details: Doc, absent: Absent): Run {
  switch (kind) {
    case 'insertOne':
      return inserting(table, details.document as Doc, absent);
    case 'updateOne':
    case 'updateMany': {
      const { filter, arrayFilters, ...target } = targetOf(details, absent);
      const changes = checkUpdate(details.update, absent);
      return (tally, index) => {
        tally.updated(
          index,
          update(table, { filter, ...target }, updating(filter, changes, arrayFilters), kind === 'updateMany'),
        );
      };
    }
    case 'replaceOne': {
      const target = targetOf(details, absent);
      const replacement = checkReplacement(details.replacement, absent, 'encoded');
      return (tally, index) =>
        tally.updated(index, update(table, target, replacing(target.filter, replacement), false));
    }
    case 'deleteOne':
    case 'deleteMany': {
      const target = targetOf(details, absent);
      return (tally) => tally.removed(remove(table, target, kind === 'deleteMany').length);
    }
    default:
      throw serverError('BadValue', `bulkWrite does not know ${kind}`);
  }
}

function inserting(table: Table, document: Doc, absent: Absent): Run {
  const doc = storable(document, absent);
  return (tally, index) => {
    table.insert(doc);
    tally.inserted(index, document._id);
  };
}

/** A document as it will be stored. It gets an `_id` when it has none, on the caller's object too, as the driver does. */
export function storable(document: Doc, absent: Absent): Doc {
  document._id ??= newObjectId();
  return withId(receivedToStore(document, absent));
}
