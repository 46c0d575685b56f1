import { rank } from '../bson/order.js';
import { columnValue, rankBound } from './column-value.js';
import { partialColumn, pathsOf, type IndexDefinition } from './index-definition.js';
import type { Table } from './table.js';

/** Deletes the rows whose TTL index says they expired at `now` or before; returns how many. */
export function sweepTable(table: Table, now: Date): number {
  return table.indexes.reduce((swept, index) => swept + sweepIndex(table, index, now), 0);
}

function sweepIndex(table: Table, index: IndexDefinition, now: Date): number {
  const { expireAfterSeconds } = index;
  if (expireAfterSeconds === undefined) return 0;
  const [path] = pathsOf(index);
  const column = table.layout.byPath.get(path!)!;
  const partial = partialColumn(index);
  const expired = [`${column} >= ?`, `${column} <= ?`, ...(partial === undefined ? [] : [`${partial} = 1`])];
  const latest = columnValue(new Date(now.getTime() - expireAfterSeconds * 1000), path!);
  // Only dates expire: the range begins where dates begin.
  return table.sqlite.run(`DELETE FROM ${table.sqlName} WHERE ${expired.join(' AND ')}`, [
    rankBound(rank.date),
    latest,
  ]);
}
