/** What only the BSON library's own round trip can tell. */
export const FOREIGN = Symbol('foreign');

const DEEPEST = 100;
const SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** What becomes of fields that are `undefined`: the driver's setting `ignoreUndefined`. In lists they are null either way. */
export type Absent = 'null' | 'left out';

/**
 * A copy of a value exactly as it would come back from BSON, or FOREIGN when it holds anything but plain objects, arrays,
 * dates, well-formed strings, numbers, booleans and null. Many times faster than the round trip.
 */
export function plainCopy(value: unknown, absent: Absent = 'null', depth = 0): unknown {
  switch (typeof value) {
    case 'string':
      return isWellFormed(value) ? value : FOREIGN;
    case 'number':
    case 'boolean':
      return value;
    case 'undefined':
      return null;
    case 'object':
      if (value === null) return null;
      if (depth > DEEPEST) return FOREIGN;
      return Array.isArray(value) ? copyOfArray(value, absent, depth) : copyOfObject(value, absent, depth);
    default:
      return FOREIGN;
  }
}

function copyOfArray(items: readonly unknown[], absent: Absent, depth: number): unknown {
  const copy = new Array<unknown>(items.length);
  for (let at = 0; at < items.length; at += 1) {
    const item = plainCopy(items[at], absent, depth + 1);
    if (item === FOREIGN) return FOREIGN;
    copy[at] = item;
  }
  return copy;
}

function copyOfObject(value: object, absent: Absent, depth: number): unknown {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Date.prototype) {
    const time = (value as Date).getTime();
    return Number.isNaN(time) ? FOREIGN : new Date(time);
  }
  if (prototype !== Object.prototype && prototype !== null) return FOREIGN;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const field = (value as Record<string, unknown>)[key];
    if (field === undefined && absent === 'left out') continue;
    if (!isOrdinary(key)) return FOREIGN;
    const below = plainCopy(field, absent, depth + 1);
    if (below === FOREIGN) return FOREIGN;
    copy[key] = below;
  }
  return copy;
}

/**
 * Whether BSON keeps a value as it is, so that nobody need copy it first. Fields may be `undefined` where those are left
 * out; values in lists may be, as null.
 */
export function isKeptAsIs(value: unknown, absent: Absent, depth = 0): boolean {
  switch (typeof value) {
    case 'string':
      return isWellFormed(value);
    case 'number':
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      if (depth > DEEPEST) return false;
      if (Array.isArray(value)) return value.every((item) => isKeptAsIs(item, absent, depth + 1));
      break;
    default:
      return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Date.prototype) return !Number.isNaN((value as Date).getTime());
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const key of Object.keys(value)) {
    const field = (value as Record<string, unknown>)[key];
    if (field === undefined && absent === 'left out') continue;
    if (!isOrdinary(key) || !isKeptAsIs(field, absent, depth + 1)) return false;
  }
  return true;
}

/** Not a key that BSON refuses, or that makes it see something else than a plain object. */
function isOrdinary(key: string): boolean {
  return (
    key !== '__proto__' &&
    key !== '_bsontype' &&
    key !== 'toBSON' &&
    key !== '$ref' &&
    !key.includes('\0') &&
    isWellFormed(key)
  );
}

/** Half a character would come back as another. */
function isWellFormed(text: string): boolean {
  return !SURROGATE.test(text) || !LONE_SURROGATE.test(text);
}
