import { serverError, UnsupportedByEmbeddedEngine } from '../errors.js';
import { compareValues } from './order.js';
import { ownField, parts } from './paths.js';
import { isPlain, type Doc } from './values.js';

export type SortEntry = readonly [path: string, direction: 1 | -1];

/** A sort in any of the shapes the mongodb driver takes, as entries in order. */
export function sortEntries(sort: unknown): SortEntry[] {
  if (sort === undefined || sort === null) return [];
  if (typeof sort === 'string') return [[sort, 1]];
  if (sort instanceof Map) return [...(sort as Map<string, unknown>)].map(entry);
  if (Array.isArray(sort)) return arrayEntries(sort);
  return Object.entries(sort).map(entry);
}

function arrayEntries(sort: unknown[]): SortEntry[] {
  if (sort.every(Array.isArray)) return (sort as [string, unknown][]).map(entry);
  // ['field', -1] is one entry, ['a', 'b'] are two ascending ones.
  const [path, direction] = sort as [string, unknown];
  if (sort.length === 2 && directions.has(direction)) return [entry([path, direction])];
  return (sort as string[]).map((field) => entry([field, 1]));
}

const directions = new Map<unknown, 1 | -1>([
  [1, 1],
  ['1', 1],
  ['asc', 1],
  ['ascending', 1],
  [-1, -1],
  ['-1', -1],
  ['desc', -1],
  ['descending', -1],
]);

function entry([path, given]: [string, unknown]): SortEntry {
  if (isPlain(given)) throw new UnsupportedByEmbeddedEngine(`sorting by ${JSON.stringify(given)}`);
  const direction = directions.get(typeof given === 'string' ? given.toLowerCase() : given);
  if (direction === undefined)
    throw serverError('BadValue', `$sort key ordering must be 1 or -1, not ${String(given)}`);
  return [path, direction];
}

/** Below null, where MongoDB's index keys put an empty array. */
const emptyArray = Symbol('empty array');

/** Sorts documents as MongoDB does: an array counts as its least element upwards, its greatest downwards. Stable. */
export function sortDocs<T>(items: readonly T[], entries: readonly SortEntry[], docOf: (item: T) => Doc): T[] {
  const keyed = items.map((item) => ({ item, keys: entries.map((by) => sortKey(docOf(item), by)) }));
  keyed.sort((a, b) => {
    for (const [at, [, direction]] of entries.entries()) {
      const order = compareKeys(a.keys[at], b.keys[at]);
      if (order !== 0) return order * direction;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}

function sortKey(doc: Doc, [path, direction]: SortEntry): unknown {
  const [first, ...others] = sortValues(doc, parts(path), 0);
  return others.reduce((key, other) => (compareKeys(other, key) * direction < 0 ? other : key), first);
}

/** Every value at a path that an index would have a key for; never none. */
function sortValues(value: unknown, path: readonly string[], at: number): unknown[] {
  if (at === path.length) return Array.isArray(value) ? (value.length > 0 ? value : [emptyArray]) : [value];
  const step = path[at]!;
  if (isPlain(value)) return sortValues(ownField(value, step), path, at + 1);
  if (!Array.isArray(value) || value.length === 0) return [undefined];
  const isOffset = /^\d+$/.test(step) && !value.some((item) => isPlain(item) && Object.hasOwn(item, step));
  if (isOffset) return sortValues(value[Number(step)], path, at + 1);
  return value.flatMap((item) => (isPlain(item) ? sortValues(item, path, at) : [undefined]));
}

function compareKeys(a: unknown, b: unknown): number {
  if (a === emptyArray || b === emptyArray) return Number(b === emptyArray) - Number(a === emptyArray);
  return compareValues(a, b);
}
