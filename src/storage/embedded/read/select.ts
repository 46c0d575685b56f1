import { sortDocs, type SortEntry } from '../bson/sort.js';
import type { Doc } from '../bson/values.js';
import { compileFilter, type Predicate } from '../match/filter.js';
import type { SqlValue } from '../sql/sqlite.js';
import { impliedPartials } from '../table/implies.js';
import { narrow } from '../table/narrow.js';
import { glimpse, rowsAt, sortedPage, type Page } from './glimpse.js';
import { Row } from '../table/row.js';
import type { Table } from '../table/table.js';
import { byId } from './by-id.js';

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
  const { sql, values, exact } = narrow(filter, table.layout.byPath, table.trigrams);
  const where = [sql, ...impliedPartials(filter, table.indexes)].join(' AND ');
  return { where, values, exact, order: orderBy(table, sort) };
}

/** The rows a selection means, in its order, decoding as few documents as possible. */
export function select(table: Table, selection: Selection): Row[] {
  const { filter, sort = [], skip = 0, limit = 0 } = selection;
  const one = skip === 0 ? byId(table, filter) : undefined;
  if (one) return one;
  const { where, values, exact, order } = plan(table, selection);
  const holds = exact ? undefined : compileFilter(filter);
  const sql = `SELECT seq, doc FROM ${table.sqlName} WHERE ${where}`;
  if (order === undefined) {
    const rows = matching(table, where, values, holds);
    return cut(
      sortDocs(rows, sort, ({ doc }) => doc),
      skip,
      limit,
    );
  }
  if (limit === 0) return cut(matching(table, where + order, values, holds), skip, limit);
  const page = { where, values, order, holds, skip, limit };
  if (table.sorts(sql + order, values)) return glimpse(table, page) ?? sortedPage(table, page);
  if (holds) return firstMatching(table, sql + order, page, holds);
  const rows = table.sqlite.rows(`${sql}${order} LIMIT ? OFFSET ?`, [...values, limit, skip]);
  return rows.map(([seq, blob]) => new Row(seq as number, blob));
}

/** Every row that matches. Those that must be tested are read one by one, so that only matches are held. */
function matching(table: Table, condition: string, values: readonly SqlValue[], holds: Predicate | undefined): Row[] {
  if (holds) {
    const places = table.sqlite.rows(`SELECT seq FROM ${table.sqlName} WHERE ${condition}`, values);
    return rowsAt(table, places, { holds, skip: 0, limit: Infinity });
  }
  const rows = table.sqlite.rows(`SELECT seq, doc FROM ${table.sqlName} WHERE ${condition}`, values);
  return rows.map(([seq, blob]) => new Row(seq as number, blob));
}

function firstMatching(table: Table, sql: string, { values, skip, limit }: Page, holds: Predicate): Row[] {
  const found: Row[] = [];
  for (let offset = 0, size = FIRST_ROWS; ; offset += size, size *= 4) {
    const rows = table.sqlite.rows(`${sql} LIMIT ? OFFSET ?`, [...values, size, offset]);
    for (const [seq, blob] of rows) {
      const row = new Row(seq as number, blob);
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
