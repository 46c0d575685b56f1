import { bytesOf, rank, rankOf } from '../bson/order.js';
import { parts } from '../bson/paths.js';
import {
  binaryFrom,
  decode,
  encode,
  isPlain,
  objectIdFrom,
  type BinaryValue,
  type Doc,
  type ObjectIdValue,
} from '../bson/values.js';
import { UnsupportedByEmbeddedEngine } from '../errors.js';
import type { SqlValue } from '../sql/sqlite.js';

/*
 * SQLite orders NULL, numbers, text, blobs; MongoDB null, numbers, strings, then the rest by type. So null, numbers and
 * strings stay themselves and every other type is a blob whose first byte is MongoDB's rank: columns sort as MongoDB does.
 */

/** Objects and expressions are kept as bytes that tell equal from different, but not less from more. */
export const unorderedRanks: readonly number[] = [rank.object, rank.regex];

/** The column's value for what a document holds at an indexed path. Throws on what no column can keep. */
export function columnValue(value: unknown, path: string): SqlValue {
  const type = rankOf(value);
  switch (type) {
    case rank.null:
      return null;
    case rank.number:
      if (Number.isNaN(value)) throw new UnsupportedByEmbeddedEngine(`NaN at the indexed path ${path}`);
      return (value as number) + 0;
    case rank.string:
      return escapeNul(value as string);
    case rank.array:
      throw new UnsupportedByEmbeddedEngine(`an index on a path inside arrays: ${path}`);
    case rank.bool:
      return Buffer.of(type, Number(value));
    case rank.date:
      return tagged(type, dateBytes(value as Date));
    case rank.objectId:
      return tagged(type, (value as ObjectIdValue).id);
    case rank.binary:
      return tagged(type, binaryBytes(value as BinaryValue));
    default:
      return tagged(type, encode({ value }));
  }
}

/** The value a column was made from; a missing value comes back as null. */
export function valueOfColumn(column: unknown): unknown {
  if (column === null || typeof column === 'number') return column;
  if (typeof column === 'string') return unescapeNul(column);
  const bytes = Buffer.from(column as ArrayBuffer);
  const body = bytes.subarray(1);
  switch (bytes[0]) {
    case rank.bool:
      return body[0] === 1;
    case rank.date:
      return new Date((body.readUInt32BE(0) - DATE_OFFSET) * 2 ** 32 + body.readUInt32BE(4));
    case rank.objectId:
      return objectIdFrom(Uint8Array.from(body));
    case rank.binary:
      return binaryFrom(Uint8Array.from(body.subarray(5)), body[4]!);
    default:
      return decode(body).value;
  }
}

/** The first blob of a rank, and so the end of the rank before it. */
export function rankBound(type: number): Buffer {
  return Buffer.of(type);
}

/** What a document holds at an indexed path. Throws when there is an array on the way. */
export function valueAtColumn(doc: Doc, path: string): unknown {
  let value: unknown = doc;
  for (const step of parts(path)) {
    if (Array.isArray(value)) throw new UnsupportedByEmbeddedEngine(`an index on a path inside arrays: ${path}`);
    if (!isPlain(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

function tagged(type: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([rankBound(type), bytes]);
}

const DATE_OFFSET = 2 ** 31;

/** Milliseconds as eight bytes that sort by time, before 1970 too. */
function dateBytes(date: Date): Buffer {
  const time = date.getTime();
  const high = Math.floor(time / 2 ** 32);
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32BE(high + DATE_OFFSET, 0);
  bytes.writeUInt32BE(time - high * 2 ** 32, 4);
  return bytes;
}

function binaryBytes(binary: BinaryValue): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(binary.length(), 0);
  head.writeUInt8(binary.sub_type, 4);
  return Buffer.concat([head, bytesOf(binary)]);
}

/** libsql reads text only up to a NUL; this keeps both the text and its order. */
function escapeNul(text: string): string {
  return /[\0\x01]/.test(text) ? text.replaceAll('\x01', '\x01\x02').replaceAll('\0', '\x01\x01') : text;
}

function unescapeNul(text: string): string {
  return text.includes('\x01') ? text.replaceAll('\x01\x01', '\0').replaceAll('\x01\x02', '\x01') : text;
}
