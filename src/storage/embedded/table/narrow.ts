import { rank, rankOf } from '../bson/order.js';
import { isOperators, isPlain, type Doc } from '../bson/values.js';
import type { SqlValue } from '../sql/sqlite.js';
import { columnValue, rankBound } from './column-value.js';
import { containing, type Trigrams } from './trigrams.js';

/** An SQL condition that lets through every document the filter does, and nothing else when it is exact. */
export interface Narrowed {
  readonly sql: string;
  readonly values: readonly SqlValue[];
  readonly exact: boolean;
}

const everything: Narrowed = { sql: 'TRUE', values: [], exact: true };
const unknown: Narrowed = { sql: 'TRUE', values: [], exact: false };
const nothing: Narrowed = { sql: 'FALSE', values: [], exact: true };

/** Beyond this many values in one list SQLite is not asked. */
const MOST_VALUES = 16_384;

type Columns = ReadonlyMap<string, string>;
type Texts = ReadonlyMap<string, Trigrams>;

/**
 * What SQL can say of a filter, given the columns and trigram indexes by path. Paths with a column never hold arrays, so
 * one value decides.
 */
export function narrow(filter: Doc, columns: Columns, texts: Texts = new Map()): Narrowed {
  return every(Object.entries(filter).map(([key, operand]) => narrowKey(key, operand, columns, texts)));
}

function narrowKey(key: string, operand: unknown, columns: Columns, texts: Texts): Narrowed {
  if (key === '$comment') return everything;
  if (!key.startsWith('$')) {
    const column = columns.get(key);
    return column === undefined ? unknown : narrowField(column, operand, texts.get(key));
  }
  if (
    !['$and', '$or', '$nor'].includes(key) ||
    !Array.isArray(operand) ||
    !operand.every(isPlain) ||
    operand.length === 0
  ) {
    return unknown;
  }
  const branches = operand.map((branch) => narrow(branch, columns, texts));
  if (key === '$and') return every(branches);
  return key === '$or' ? any(branches) : opposite(any(branches));
}

function narrowField(column: string, operand: unknown, text?: Trigrams): Narrowed {
  if (!isOperators(operand)) return equal(column, operand);
  const found = text && !operand.$options && containing(text, operand.$regex);
  const parts = Object.entries(operand).map(([name, value]) => narrowOperator(column, name, value));
  return every(found ? [...parts, { ...found, exact: false }] : parts);
}

function narrowOperator(column: string, name: string, operand: unknown): Narrowed {
  switch (name) {
    case '$eq':
      return equal(column, operand);
    case '$ne':
      return opposite(equal(column, operand));
    case '$in':
      return isIn(column, operand);
    case '$nin':
      return opposite(isIn(column, operand));
    case '$gt':
      return range(column, '>', operand);
    case '$gte':
      return range(column, '>=', operand);
    case '$lt':
      return range(column, '<', operand);
    case '$lte':
      return range(column, '<=', operand);
    case '$not':
      return isOperators(operand) ? opposite(narrowField(column, operand)) : unknown;
    case '$exists':
      // A column holds NULL for a missing value and for null alike.
      return operand ? unknown : { sql: `${column} IS NULL`, values: [], exact: false };
    default:
      return unknown;
  }
}

function equal(column: string, operand: unknown): Narrowed {
  const value = comparable(operand);
  if (value === undefined) return unknown;
  return value === null
    ? { sql: `${column} IS NULL`, values: [], exact: true }
    : { sql: `${column} = ?`, values: [value], exact: true };
}

function isIn(column: string, operand: unknown): Narrowed {
  if (!Array.isArray(operand) || operand.length > MOST_VALUES) return unknown;
  const values = operand.map(comparable);
  if (values.includes(undefined)) return unknown;
  const present = values.filter((value): value is Exclude<SqlValue, null> => value !== null && value !== undefined);
  const listed = present.length === 0 ? nothing : inList(column, present);
  return present.length === values.length ? listed : any([equal(column, null), listed]);
}

/** Filled up to a power of two with its last value, so that few different statements are prepared. */
function inList(column: string, values: readonly SqlValue[]): Narrowed {
  const size = 2 ** Math.ceil(Math.log2(values.length));
  const filled = Array.from({ length: size }, (_, at) => values[Math.min(at, values.length - 1)]!);
  return { sql: `${column} IN (${filled.map(() => '?').join(', ')})`, values: filled, exact: true };
}

/** A range sees values of the operand's type only: the other side is bounded by where that type begins or ends. */
function range(column: string, operator: '>' | '>=' | '<' | '<=', operand: unknown): Narrowed {
  const type = rankOf(operand);
  const value = comparable(operand);
  if (value === undefined || value === null || type === rank.object) return unknown;
  const [least, beyond] = boundsOf(type);
  const sql = `${column} ${operator} ?`;
  if (operator.startsWith('>')) return { sql: `(${sql} AND ${column} < ?)`, values: [value, beyond], exact: true };
  if (least === undefined) return { sql, values: [value], exact: true };
  return { sql: `(${sql} AND ${column} >= ?)`, values: [value, least], exact: true };
}

function boundsOf(type: number): [least: SqlValue | undefined, beyond: SqlValue] {
  if (type === rank.number) return [undefined, ''];
  if (type === rank.string) return ['', Buffer.alloc(0)];
  return [rankBound(type), rankBound(type + 1)];
}

/** The column's form of an operand, or undefined when SQL cannot compare with it as MongoDB would. */
function comparable(operand: unknown): SqlValue | undefined {
  const type = rankOf(operand);
  if (type === rank.array || type === rank.regex || Number.isNaN(operand) || isOperators(operand)) return undefined;
  return columnValue(operand, '');
}

function every(parts: readonly Narrowed[]): Narrowed {
  const said = parts.filter(({ sql }) => sql !== 'TRUE');
  const exact = parts.every((part) => part.exact);
  if (said.length === 0) return { ...everything, exact };
  return { sql: said.map(({ sql }) => sql).join(' AND '), values: said.flatMap(({ values }) => values), exact };
}

function any(parts: readonly Narrowed[]): Narrowed {
  const exact = parts.every((part) => part.exact);
  if (parts.some(({ sql }) => sql === 'TRUE')) return { ...everything, exact };
  return {
    sql: `(${parts.map(({ sql }) => `(${sql})`).join(' OR ')})`,
    values: parts.flatMap(({ values }) => values),
    exact,
  };
}

/** Only what is said exactly can be turned round; a comparison with NULL is neither true nor false in SQL. */
function opposite(part: Narrowed): Narrowed {
  return part.exact ? { sql: `((${part.sql}) IS NOT TRUE)`, values: part.values, exact: true } : unknown;
}
