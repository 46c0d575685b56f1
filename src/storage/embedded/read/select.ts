import { sortDocs, type SortEntry } from '../bson/sort.js';
import type { Doc } from '../bson/values.js';
import { compileFilter } from '../match/filter.js';
import type { SqlValue } from '../sql/sqlite.js';
import { impliedPartials } from '../table/implies.js';
import { narrow } from '../table/narrow.js';
import { rowFrom, type Row, type Table } from '../table/table.js';

export interface Selection {
  readonly filter: Doc;
  readonly sort?: readonly SortEntry[];
  readonly skip?: number;
  /** 0 or absent: all. */
  readonly limit?: number;
}

/** How SQL answers a selection. */
export interface Plan {
  readonly where: string;
  readonly values: readonly SqlValue[];
  /** Whether the SQL condition alone decides. */
  readonly exact: boolean;
  /** The ORDER BY clause, or undefined when the sort must be done on the documents. */
  readonly order: string | undefined;
}

/** Rows read in the first go when documents must still be tested; each further go reads four times as many. */
const FIRST_ROWS = 64;

export function plan(table: Table, { filter, sort = [] }: Selection): Plan {
  const { sql, values, exact } = narrow(filter, table.layout.byPath);
  const where = [sql, ...impliedPartials(filter, table.indexes)].join(' AND ');
  return { where, values, exact, order: orderBy(table, sort) };
}

/** The rows a selection means, in its order, decoding as few documents as possible. */
export function select(table: Table, selection: Selection): Row[] {
  const { filter, sort = [], skip = 0, limit = 0 } = selection;
  const { where, values, exact, order } = plan(table, selection);
  const sql = `SELECT seq, doc FROM ${table.sqlName} WHERE ${where}`;
  if (order === undefined) {
    const rows = matching(table, sql, values, filter, exact);
    return cut(
      sortDocs(rows, sort, ({ doc }) => doc),
      skip,
      limit,
    );
  }
  if (exact) {
    const page = `${sql}${order} LIMIT ? OFFSET ?`;
    return table.sqlite
      .rows(page, [...values, limit === 0 ? -1 : limit, skip])
      .map(([seq, blob]) => rowFrom(seq, blob));
  }
  if (limit === 0) return cut(matching(table, sql + order, values, filter, exact), skip, limit);
  return firstMatching(table, `${sql}${order}`, values, { filter, skip, limit });
}

function matching(table: Table, sql: string, values: readonly SqlValue[], filter: Doc, exact: boolean): Row[] {
  const holds = exact ? undefined : compileFilter(filter);
  const rows = table.sqlite.rows(sql, values).map(([seq, blob]) => rowFrom(seq, blob));
  return holds ? rows.filter(({ doc }) => holds(doc)) : rows;
}

function firstMatching(
  table: Table,
  sql: string,
  values: readonly SqlValue[],
  { filter, skip, limit }: { filter: Doc; skip: number; limit: number },
): Row[] {
  const holds = compileFilter(filter);
  const found: Row[] = [];
  for (let offset = 0, size = FIRST_ROWS; ; offset += size, size *= 4) {
    const rows = table.sqlite.rows(`${sql} LIMIT ? OFFSET ?`, [...values, size, offset]);
    for (const [seq, blob] of rows) {
      const row = rowFrom(seq, blob);
      if (holds(row.doc)) found.push(row);
      if (found.length === skip + limit) return found.slice(skip);
    }
    if (rows.length < size) return found.slice(skip);
  }
}

function cut<T>(rows: T[], skip: number, limit: number): T[] {
  return rows.slice(skip, limit === 0 ? undefined : skip + limit);
}

/** ORDER BY when every key has a column that sorts as MongoDB does, else undefined. */
function orderBy(table: Table, sort: readonly SortEntry[]): string | undefined {
  if (sort.length === 0) return '';
  const keys = sort.map(([path, direction]) => {
    const column = path === '$natural' ? 'seq' : table.layout.byPath.get(path);
    return column === undefined ? undefined : { column, direction };
  });
  if (!keys.every((key) => key !== undefined)) return undefined;
  if (keys.some(({ column }) => column !== 'seq' && table.holdsUnordered(column))) return undefined;
  return ` ORDER BY ${keys.map(({ column, direction }) => `${column}${direction === -1 ? ' DESC' : ''}`).join(', ')}`;
}
