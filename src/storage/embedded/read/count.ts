import { bucketOf, equalValues } from '../bson/order.js';
import { parts, someValueAt } from '../bson/paths.js';
import type { Doc } from '../bson/values.js';
import { valueOfColumn } from '../table/column-value.js';
import { Row } from '../table/row.js';
import type { Table } from '../table/table.js';
import { plan, select, type Selection } from './select.js';

/** How many documents a selection means; counted in SQL when the filter can be said there. */
export function count(table: Table, selection: Selection): number {
  const { where, values, exact } = plan(table, { filter: selection.filter });
  if (!exact) return select(table, selection).length;
  const total = table.sqlite.value(`SELECT count(*) FROM ${table.sqlName} WHERE ${where}`, values) as number;
  const { skip = 0, limit = 0 } = selection;
  const left = Math.max(0, total - skip);
  return limit === 0 ? left : Math.min(left, limit);
}

/** Each value at a path with how many documents hold it, or undefined when the columns cannot tell. */
export function countByValue(table: Table, filter: Doc, path: string): { value: unknown; count: number }[] | undefined {
  const column = table.layout.byPath.get(path);
  const { where, values, exact } = plan(table, { filter });
  if (column === undefined || !exact) return undefined;
  const sql = `SELECT ${column}, count(*) FROM ${table.sqlName} WHERE ${where} GROUP BY ${column}`;
  return table.sqlite
    .rows(sql, values)
    .map(([value, times]) => ({ value: valueOfColumn(value), count: times as number }));
}

/** Every different value at a path, arrays by their elements; a missing value is none. */
export function distinct(table: Table, path: string, filter: Doc): unknown[] {
  const column = table.layout.byPath.get(path);
  const { where, values, exact } = plan(table, { filter });
  if (column === undefined || !exact)
    return distinctOf(
      select(table, { filter }).map(({ doc }) => doc),
      path,
    );
  const sql = `SELECT DISTINCT ${column} FROM ${table.sqlName} WHERE ${where} AND ${column} IS NOT NULL`;
  const present = table.sqlite.rows(sql, values).map(([value]) => valueOfColumn(value));
  return holdsNull(table, path, `${where} AND ${column} IS NULL`, values) ? [null, ...present] : present;
}

/** A column's NULL is null or missing; only the documents tell which. */
function holdsNull(table: Table, path: string, where: string, values: ReturnType<typeof plan>['values']): boolean {
  const sql = `SELECT seq, doc FROM ${table.sqlName} WHERE ${where}`;
  const isNull = (value: unknown): boolean => value === null;
  return table.sqlite
    .rows(sql, values)
    .some(([seq, blob]) => someValueAt(new Row(seq as number, blob).doc, parts(path), 'whole', isNull));
}

function distinctOf(docs: Doc[], path: string): unknown[] {
  const seen = new Map<string, unknown[]>();
  for (const doc of docs) {
    someValueAt(doc, parts(path), 'whole', (found) => {
      for (const value of Array.isArray(found) ? found : [found]) {
        if (value === undefined) continue;
        const alike = bucket(seen, value);
        if (!alike.some((known) => equalValues(known, value))) alike.push(value);
      }
      return false;
    });
  }
  return [...seen.values()].flat();
}

function bucket(seen: Map<string, unknown[]>, value: unknown): unknown[] {
  const key = bucketOf(value);
  let alike = seen.get(key);
  if (!alike) seen.set(key, (alike = []));
  return alike;
}
