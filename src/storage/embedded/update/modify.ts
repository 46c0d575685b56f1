import { isPlain, typeName, type Doc } from '../bson/values.js';
import { ownField } from '../bson/paths.js';
import { serverError } from '../errors.js';

/** Says that a field is to go, as `$unset` does. */
export const removed = Symbol('removed');

/** A field's new value out of its old one (undefined when missing); `removed` and the old value itself are allowed. */
export type Change = (old: unknown, where: Doc) => unknown;

/** MongoDB's ceiling for filling an array up with nulls. */
const MOST_FILLED = 1_500_000;

/**
 * Changes the value at a concrete path in place. `creates` says whether missing parents are made;
 * if so, a scalar on the way is an error, otherwise there is nothing to do.
 */
export function modify(doc: Doc, path: readonly string[], creates: boolean, change: Change): void {
  let parent: Doc | unknown[] = doc;
  for (const [at, step] of path.slice(0, -1).entries()) {
    let next = ownField(parent, step);
    if (next === undefined) {
      if (!creates) return;
      next = {};
      place(parent, step, next, path);
    } else if (!isPlain(next) && !Array.isArray(next)) {
      if (!creates) return;
      throw notViable(path[at + 1]!, step, next);
    }
    parent = next as Doc | unknown[];
  }
  const last = path.at(-1)!;
  const old = ownField(parent, last);
  if (old === undefined && !creates) return;
  if (Array.isArray(parent) && !isOffset(last)) {
    if (!creates) return;
    throw notViable(last, path.at(-2) ?? '', parent);
  }
  const value = change(old, doc);
  if (value !== removed) place(parent, last, value, path);
  else if (Array.isArray(parent)) parent[Number(last)] = null;
  else delete parent[last];
}

function place(parent: Doc | unknown[], step: string, value: unknown, path: readonly string[]): void {
  if (!Array.isArray(parent)) {
    parent[step] = value;
    return;
  }
  if (!isOffset(step)) throw notViable(step, path[path.indexOf(step) - 1] ?? '', parent);
  const offset = Number(step);
  if (offset - parent.length > MOST_FILLED)
    throw serverError('BadValue', `can't backfill more than ${MOST_FILLED} elements`);
  while (parent.length < offset) parent.push(null);
  parent[offset] = value;
}

function isOffset(step: string): boolean {
  return /^(0|[1-9]\d*)$/.test(step);
}

function notViable(field: string, parent: string, value: unknown): Error {
  return serverError('PathNotViable', `Cannot create field '${field}' in element {${parent}: ${typeName(value)}}`);
}
