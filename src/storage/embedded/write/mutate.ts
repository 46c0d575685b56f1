import type { SortEntry } from '../bson/sort.js';
import { decode, type Doc } from '../bson/values.js';
import { equalValues } from '../bson/order.js';
import { select } from '../read/select.js';
import type { Row } from '../table/row.js';
import type { Table } from '../table/table.js';
import { compileUpdate, immutableId } from '../update/apply.js';
import { insertOnly } from '../update/insert-only.js';
import { upsertedByReplacement, upsertedByUpdate } from '../update/upsert.js';

export interface Target {
  readonly filter: Doc;
  readonly sort?: readonly SortEntry[];
  readonly upsert?: boolean;
}

/** What the stored documents become, and what an upsert inserts. */
export interface Edit {
  readonly change: (row: Row) => Doc;
  readonly inserted: () => Doc;
  /** What it inserts where no document has that `_id`, when it does nothing else. */
  readonly only?: Doc;
}

export interface UpdateResult {
  readonly acknowledged: true;
  readonly matchedCount: number;
  readonly modifiedCount: number;
  readonly upsertedCount: number;
  readonly upsertedId: unknown;
}

export interface Changed {
  readonly found: boolean;
  /** The document as it was or as it is now; null when there was none. */
  readonly doc: Doc | null;
  /** The `_id` of what was inserted because nothing was found. */
  readonly upserted?: unknown;
}

/** An edit by update operators or a pipeline. Throws on a malformed update before anything is read. */
export function updating(filter: Doc, update: Doc | Doc[], arrayFilters?: readonly Doc[]): Edit {
  const only = insertOnly(filter, update);
  if (only) return { change: ({ doc }) => doc, inserted: () => only, only };
  const updater = compileUpdate(update, { filter, arrayFilters });
  return { change: ({ doc }) => updater(doc, false), inserted: () => upsertedByUpdate(filter, updater) };
}

/** An edit that puts a whole document in the place of another, which keeps its `_id`. */
export function replacing(filter: Doc, replacement: Doc): Edit {
  const { _id: given, ...fields } = replacement;
  const change = ({ id }: Row): Doc => {
    if (given !== undefined && !equalValues(given, id)) throw immutableId();
    return { _id: id, ...fields };
  };
  return { change, inserted: () => upsertedByReplacement(filter, replacement) };
}

/** Changes the first document found, or all: then all or none. Throws E11000 and what the update refuses. */
export function update(table: Table, target: Target, edit: Edit, many: boolean): UpdateResult {
  if (edit.only && target.upsert) {
    const { only } = edit;
    return table.insertUnlessThere(only) ? upserted(only) : updated(1, 0);
  }
  const rows = select(table, { ...target, limit: many ? 0 : 1 });
  if (rows.length === 0 && target.upsert) {
    const doc = edit.inserted();
    table.insert(doc);
    return upserted(doc);
  }
  const rewrite = (): number => rows.filter((row) => table.rewrite(row, edit.change).modified).length;
  // One row is one statement, which is whole by itself.
  return updated(rows.length, rows.length > 1 ? table.sqlite.atomically(rewrite) : rewrite());
}

function upserted({ _id }: Doc): UpdateResult {
  return { ...updated(0, 0), upsertedCount: 1, upsertedId: _id };
}

function updated(matchedCount: number, modifiedCount: number): UpdateResult {
  return { acknowledged: true, matchedCount, modifiedCount, upsertedCount: 0, upsertedId: null };
}

/** Changes the first document found, or upserts, and tells it as it was or as it is now. */
export function updateReturning(table: Table, target: Target, edit: Edit, returns: 'before' | 'after'): Changed {
  const [row] = select(table, { ...target, limit: 1 });
  if (row) {
    const { doc } = table.rewrite(row, edit.change);
    return { found: true, doc: returns === 'after' ? doc : decode(row.bytes) };
  }
  if (!target.upsert) return { found: false, doc: null };
  const inserted = edit.inserted();
  table.insert(inserted);
  return { found: false, doc: returns === 'after' ? inserted : null, upserted: inserted._id };
}

export function remove(table: Table, target: Target, many: boolean): Row[] {
  const rows = select(table, { ...target, limit: many ? 0 : 1 });
  for (const row of rows) table.remove(row);
  return rows;
}
