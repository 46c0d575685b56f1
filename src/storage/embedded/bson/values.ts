import mongoose from 'mongoose';
import { serverError, UnsupportedByEmbeddedEngine } from '../errors.js';
import { FOREIGN, isKeptAsIs, plainCopy, type Absent } from './plain-copy.js';

const { BSON, ObjectId, Binary } = mongoose.mongo;

export type Doc = Record<string, unknown>;

/** MongoDB's own ceiling for one document. */
const LARGEST_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** The types that keep their meaning when read back as JavaScript values. */
const CARRIED_TYPES = new Set(['ObjectId', 'Binary']);

/** Where `undefined` means null it has become null before (`received`). */
const IGNORING = { ignoreUndefined: true };

/** BSON bytes of one document. Throws when it is larger than MongoDB allows. */
export function encode(doc: Doc): Buffer {
  const { buffer, byteOffset, byteLength } = BSON.serialize(doc, IGNORING);
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  if (bytes.length > LARGEST_DOCUMENT_BYTES) {
    throw serverError(
      'BSONObjectTooLarge',
      `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and 16MB`,
    );
  }
  return bytes;
}

export function decode(bytes: Uint8Array): Doc {
  return BSON.deserialize(bytes) as Doc;
}

/**
 * What the server would have received: subdocument objects become plain, `undefined` becomes null or is left out, exactly
 * as the mongodb driver sends them. Throws on types whose comparison JavaScript cannot do faithfully.
 */
export function received<T>(value: T, absent: Absent = 'null'): T {
  const copy = plainCopy(value, absent);
  if (copy !== FOREIGN) return copy as T;
  const bytes = BSON.serialize({ value }, { ignoreUndefined: absent === 'left out' });
  const { value: plain } = BSON.deserialize(bytes) as { value: T };
  refuseForeignTypes(plain);
  return plain;
}

/** What the server would have received, for a document that is encoded at once: it may be the caller's own. */
export function receivedToStore<T>(value: T, absent: Absent): T {
  return isKeptAsIs(value, absent) ? value : received(value, absent);
}

/** A computed document as the server would send it: fields without a value are left out, nothing is shared. */
export function answered(doc: Doc): Doc {
  return BSON.deserialize(BSON.serialize(doc, { ignoreUndefined: true })) as Doc;
}

function refuseForeignTypes(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) refuseForeignTypes(item);
    return;
  }
  const type = bsonType(value);
  if (type === undefined) {
    for (const [key, below] of Object.entries(value)) {
      if (key === '__proto__') throw new UnsupportedByEmbeddedEngine('fields named __proto__');
      refuseForeignTypes(below);
    }
  } else if (!CARRIED_TYPES.has(type)) {
    throw new UnsupportedByEmbeddedEngine(`values of the BSON type ${type}`);
  }
}

function bsonType(value: object): string | undefined {
  return (value as { _bsontype?: string })._bsontype;
}

/** An embedded document: not an array, a date or any other BSON value. */
export function isPlain(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A document whose keys are operators, such as `{$gt: 3}`. */
export function isOperators(value: unknown): value is Doc {
  if (!isPlain(value)) return false;
  for (const key in value) return key.startsWith('$');
  return false;
}

export type ObjectIdValue = InstanceType<typeof ObjectId>;
export type BinaryValue = InstanceType<typeof Binary>;

export function isObjectId(value: unknown): value is ObjectIdValue {
  return typeof value === 'object' && value !== null && bsonType(value) === 'ObjectId';
}

export function isBinary(value: unknown): value is BinaryValue {
  return typeof value === 'object' && value !== null && bsonType(value) === 'Binary';
}

export function newObjectId(): ObjectIdValue {
  return new ObjectId();
}

export function objectIdFrom(bytes: Uint8Array): ObjectIdValue {
  return new ObjectId(bytes);
}

export function binaryFrom(bytes: Uint8Array, subtype: number): BinaryValue {
  return new Binary(bytes, subtype);
}

/** The name MongoDB uses in its messages and in `$type`. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  if (isObjectId(value)) return 'objectId';
  if (isBinary(value)) return 'binData';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) <= 0x7fffffff ? 'int' : 'double';
  return typeof value;
}
