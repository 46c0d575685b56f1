import { isPlain, type Doc } from './values.js';

/** Whether a path that ends at an array tries its elements too, or the array alone. */
export type Leaf = 'elements' | 'whole';

/** Own fields only: a document's `constructor` or `toString` is never the prototype's. */
export function ownField(value: object, field: string): unknown {
  return Object.hasOwn(value, field) ? (value as Doc)[field] : undefined;
}

/**
 * Shows `visit` every value MongoDB would try for a dotted path, arrays on the way included, until it answers true.
 * A missing value is shown as `undefined`; arrays of scalars on the way show nothing.
 */
export function someValueAt(
  doc: Doc,
  path: readonly string[],
  leaf: Leaf,
  visit: (value: unknown) => boolean,
): boolean {
  return inObject(doc, path, 0, leaf, visit);
}

type Visit = (value: unknown) => boolean;

function inObject(value: Doc, path: readonly string[], at: number, leaf: Leaf, visit: Visit): boolean {
  const next = ownField(value, path[at]!);
  if (at + 1 === path.length) return atLeaf(next, leaf, visit);
  if (Array.isArray(next)) return inArray(next, path, at + 1, leaf, visit);
  return isPlain(next) ? inObject(next, path, at + 1, leaf, visit) : visit(undefined);
}

function atLeaf(value: unknown, leaf: Leaf, visit: Visit): boolean {
  if (leaf === 'elements' && Array.isArray(value) && value.some(visit)) return true;
  return visit(value);
}

function inArray(items: unknown[], path: readonly string[], at: number, leaf: Leaf, visit: Visit): boolean {
  const offset = path[at]!;
  const last = at + 1 === path.length;
  for (const [index, item] of items.entries()) {
    if (isPlain(item) && inObject(item, path, at, leaf, visit)) return true;
    if (String(index) !== offset) continue;
    if (last) {
      if (atLeaf(item, leaf, visit)) return true;
    } else if (Array.isArray(item)) {
      if (inArray(item, path, at + 1, leaf, visit)) return true;
    } else if (isPlain(item) && inObject(item, path, at + 1, leaf, visit)) return true;
  }
  return false;
}

const splits = new Map<string, readonly string[]>();
const MOST_REMEMBERED_PATHS = 5_000;

/** The parts of a dotted path; remembered, because the same few paths are asked for all day. */
export function parts(path: string): readonly string[] {
  let split = splits.get(path);
  if (split === undefined) {
    if (splits.size >= MOST_REMEMBERED_PATHS) splits.clear();
    split = path.split('.');
    splits.set(path, split);
  }
  return split;
}
