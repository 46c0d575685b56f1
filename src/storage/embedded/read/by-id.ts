import { peek } from '../bson/peek.js';
import { rankOf, rank } from '../bson/order.js';
import { isOperators, type Doc } from '../bson/values.js';
import { compileFilter } from '../match/filter.js';
import { columnValue } from '../table/column-value.js';
import type { Row } from '../table/row.js';
import type { Table } from '../table/table.js';

/**
 * The row of a filter that names one `_id`, if the rest of the filter holds for it; undefined when the filter names none
 * that can be looked up. Of the document only the fields that the filter asks for are read.
 */
export function byId(table: Table, filter: Doc): Row[] | undefined {
  const { _id, ...rest } = filter;
  const type = rankOf(_id);
  const plainly = type === rank.string || type === rank.objectId || (type === rank.number && !Number.isNaN(_id));
  if (!plainly || isOperators(_id)) return undefined;
  const names = Object.keys(rest).map((path) => path.split('.')[0]!);
  if (names.some((name) => name.startsWith('$'))) return undefined;
  const holds = names.length > 0 ? compileFilter(rest) : undefined;
  const row = table.byId(columnValue(_id, '_id'));
  return row && (!holds || holds(peek(row.bytes, names))) ? [row] : [];
}
