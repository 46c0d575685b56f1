import type { Doc } from '../bson/values.js';
import type { Predicate } from '../match/filter.js';
import { sqlName, type SqlValue } from '../sql/sqlite.js';
import { columnValue, valueAtColumn } from './column-value.js';
import { membership, partialColumn, pathsOf, type IndexDefinition } from './index-definition.js';

export interface Column {
  readonly sql: string;
  readonly of: (doc: Doc) => SqlValue;
}

/** The columns a collection's indexes need: one for each indexed path, one for each partial index. */
export interface Layout {
  /** By path; `_id` is always there. */
  readonly byPath: ReadonlyMap<string, string>;
  /** The columns that say which partial indexes a document is in. */
  readonly partials: readonly string[];
  /** All but `_id`, in the order they stand in the table. */
  readonly columns: readonly Column[];
}

export const ID_COLUMN = 'id';

export function layoutOf(indexes: readonly IndexDefinition[]): Layout {
  const byPath = new Map([['_id', ID_COLUMN]]);
  const columns: Column[] = [];
  const partials: string[] = [];
  for (const definition of indexes) {
    for (const path of pathsOf(definition)) {
      if (byPath.has(path)) continue;
      const sql = sqlName('path', path);
      byPath.set(path, sql);
      columns.push({ sql, of: (doc) => columnValue(valueAtColumn(doc, path), path) });
    }
    const partial = partialColumn(definition);
    if (partial === undefined) continue;
    partials.push(partial);
    columns.push({ sql: partial, of: flag(membership(definition)!) });
  }
  return { byPath, partials, columns };
}

function flag(includes: Predicate): (doc: Doc) => SqlValue {
  return (doc) => (includes(doc) ? 1 : null);
}
