import type { Predicate } from '../match/filter.js';
import type { SqlRow, SqlValue } from '../sql/sqlite.js';
import { Row } from '../table/row.js';
import type { Table } from '../table/table.js';

/** Rows looked at before SQLite is left to find and sort all that match. */
const GLIMPSED = 1_000;

export interface Page {
  readonly where: string;
  readonly values: readonly SqlValue[];
  readonly order: string;
  /** What SQL could not say of the filter. */
  readonly holds: Predicate | undefined;
  readonly skip: number;
  /** Not 0. */
  readonly limit: number;
}

/**
 * A page out of the first rows in the wanted order, or undefined when they do not hold enough matches. SQLite would
 * rather find every match by another index and sort them all, which costs with what is stored, not with what is asked.
 */
export function glimpse(table: Table, page: Page): Row[] | undefined {
  const { where, values, order, skip, limit } = page;
  const { sqlite, sqlName, layout } = table;
  const columns = ['seq', ...layout.byPath.values(), ...layout.partials].join(', ');
  const first = `SELECT ${columns} FROM ${sqlName}${order} LIMIT ${GLIMPSED}`;
  if (skip + limit > GLIMPSED / 4 || table.sorts(first, [])) return undefined;
  const rows = rowsAt(table, sqlite.rows(`SELECT seq FROM (${first}) WHERE ${where}`, values), page);
  return rows.length < limit ? undefined : rows;
}

/** A page that SQLite must sort for: all places in order once, then documents until the page is full. */
export function sortedPage(table: Table, page: Page): Row[] {
  const { where, values, order } = page;
  return rowsAt(table, table.sqlite.rows(`SELECT seq FROM ${table.sqlName} WHERE ${where}${order}`, values), page);
}

/** The rows at some places that pass, in that order, after `skip` of them and up to `limit`. */
export function rowsAt(
  table: Table,
  places: readonly SqlRow[],
  { holds, skip, limit }: Pick<Page, 'holds' | 'skip' | 'limit'>,
): Row[] {
  const rows: Row[] = [];
  // Without a test every place counts, and those skipped need not be read.
  const readable = holds ? places : places.slice(skip);
  const wanted = holds ? skip + limit : limit;
  for (const [seq] of readable) {
    if (rows.length === wanted) break;
    const [, blob] = table.sqlite.row(`SELECT seq, doc FROM ${table.sqlName} WHERE seq = ?`, [seq as number])!;
    const row = new Row(seq as number, blob);
    if (!holds || holds(row.doc)) rows.push(row);
  }
  return holds ? rows.slice(skip) : rows;
}
