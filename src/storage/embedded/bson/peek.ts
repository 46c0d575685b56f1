import { decode, type Doc } from './values.js';

/** Bytes of a value by its BSON type, where they do not depend on the value. */
const FIXED: ReadonlyMap<number, number> = new Map([
  [0x01, 8], // double
  [0x06, 0], // undefined
  [0x07, 12], // ObjectId
  [0x08, 1], // boolean
  [0x09, 8], // date
  [0x0a, 0], // null
  [0x10, 4], // int32
  [0x11, 8], // timestamp
  [0x12, 8], // int64
  [0x13, 16], // decimal128
]);
const STRING = 0x02;
const BINARY = 0x05;
const REGEX = 0x0b;

/** A document with no other fields than those named, read without decoding the rest. */
export function peek(bytes: Buffer, names: readonly string[]): Doc {
  const found: Buffer[] = [];
  let at = 4;
  while (found.length < names.length && bytes[at] !== 0) {
    const nameEnd = bytes.indexOf(0, at + 1);
    const end = endOf(bytes, bytes[at]!, nameEnd + 1);
    if (end === undefined) return decode(bytes);
    if (names.includes(bytes.toString('utf8', at + 1, nameEnd))) found.push(bytes.subarray(at, end));
    at = end;
  }
  const body = Buffer.concat([Buffer.alloc(4), ...found, Buffer.alloc(1)]);
  body.writeInt32LE(body.length, 0);
  return decode(body);
}

/** Where the value that begins there ends; undefined for types that nothing here writes. */
function endOf(bytes: Buffer, type: number, start: number): number | undefined {
  const fixed = FIXED.get(type);
  if (fixed !== undefined) return start + fixed;
  if (type === 0x03 || type === 0x04) return start + bytes.readInt32LE(start);
  if (type === STRING) return start + 4 + bytes.readInt32LE(start);
  if (type === BINARY) return start + 5 + bytes.readInt32LE(start);
  if (type === REGEX) return bytes.indexOf(0, bytes.indexOf(0, start) + 1) + 1;
  return undefined;
}
