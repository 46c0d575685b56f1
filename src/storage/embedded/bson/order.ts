import { isBinary, isObjectId, isPlain, type BinaryValue, type Doc } from './values.js';

/** The place of a value's type in MongoDB's comparison order; values of one rank compare by value. */
export const rank = {
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  regex: 50,
};

export function rankOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return rank.string;
    case 'number':
      return rank.number;
    case 'boolean':
      return rank.bool;
    case 'undefined':
      return rank.null;
  }
  if (value === null) return rank.null;
  if (Array.isArray(value)) return rank.array;
  if (value instanceof Date) return rank.date;
  if (isObjectId(value)) return rank.objectId;
  if (isPlain(value)) return rank.object;
  if (isBinary(value)) return rank.binary;
  return rank.regex;
}

/** MongoDB's total order over BSON values: negative, zero or positive. A missing value equals null. */
export function compareValues(a: unknown, b: unknown): number {
  const rankA = rankOf(a);
  const byType = rankA - rankOf(b);
  return byType !== 0 ? byType : compareWithinType(rankA, a, b);
}

export function equalValues(a: unknown, b: unknown): boolean {
  return a === b || compareValues(a, b) === 0;
}

function compareWithinType(type: number, a: unknown, b: unknown): number {
  switch (type) {
    case rank.null:
      return 0;
    case rank.number:
      return compareNumbers(a as number, b as number);
    case rank.string:
      return compareStrings(a as string, b as string);
    case rank.object:
      return compareObjects(a as Doc, b as Doc);
    case rank.array:
      return compareArrays(a as unknown[], b as unknown[]);
    case rank.binary:
      return compareBinaries(a as BinaryValue, b as BinaryValue);
    case rank.objectId:
      return compareStrings(String(a), String(b));
    case rank.regex:
      return compareStrings(String(a), String(b));
    default:
      return Number(a) - Number(b);
  }
}

/** NaN equals itself and is below every other number. */
function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

/** By UTF-8 bytes, as MongoDB and SQLite do; UTF-16 units differ from that where surrogates meet U+E000 to U+FFFF. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const unitA = a.charCodeAt(at);
    const unitB = b.charCodeAt(at);
    if (unitA !== unitB) return aboveSurrogates(unitA) - aboveSurrogates(unitB);
  }
  return a.length - b.length;
}

function aboveSurrogates(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

/** Field by field in stored order: type, then name, then value; the shorter is the lesser. */
function compareObjects(a: Doc, b: Doc): number {
  const fieldsA = Object.keys(a);
  const fieldsB = Object.keys(b);
  const shared = Math.min(fieldsA.length, fieldsB.length);
  for (let at = 0; at < shared; at++) {
    const fieldA = fieldsA[at]!;
    const fieldB = fieldsB[at]!;
    const valueA = a[fieldA];
    const order =
      rankOf(valueA) - rankOf(b[fieldB]) || compareStrings(fieldA, fieldB) || compareValues(valueA, b[fieldB]);
    if (order !== 0) return order;
  }
  return fieldsA.length - fieldsB.length;
}

function compareArrays(a: unknown[], b: unknown[]): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const order = compareValues(a[at], b[at]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareBinaries(a: BinaryValue, b: BinaryValue): number {
  return a.length() - b.length() || a.sub_type - b.sub_type || Buffer.compare(bytesOf(a), bytesOf(b));
}

export function bytesOf(binary: BinaryValue): Uint8Array {
  return binary.buffer.subarray(0, binary.position);
}

/** Equal values always share a bucket; most different ones do not. For grouping without comparing each with all. */
export function bucketOf(value: unknown): string {
  switch (rankOf(value)) {
    case rank.null:
      return 'null';
    case rank.number:
      return `number ${(value as number) + 0}`;
    case rank.date:
      return `date ${Number(value)}`;
    case rank.object:
      return 'object';
    case rank.array:
      return `array ${(value as unknown[]).length}`;
    default:
      return `${typeof value} ${String(value)}`;
  }
}
