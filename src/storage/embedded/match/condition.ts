import { someValueAt, type Leaf } from '../bson/paths.js';
import type { Doc } from '../bson/values.js';

/** What one field of a filter asks, of a path in a document or of one value by itself (inside `$elemMatch`, `$pull`). */
export interface Condition {
  onPath(doc: Doc, path: readonly string[]): boolean;
  onValue(value: unknown): boolean;
}

/** Holds when any value at the path passes. */
export function anyValue(leaf: Leaf, test: (value: unknown) => boolean): Condition {
  return { onPath: (doc, path) => someValueAt(doc, path, leaf, test), onValue: test };
}

export function not(condition: Condition): Condition {
  return {
    onPath: (doc, path) => !condition.onPath(doc, path),
    onValue: (value) => !condition.onValue(value),
  };
}

export function allOf(conditions: readonly Condition[]): Condition {
  if (conditions.length === 1) return conditions[0]!;
  return {
    onPath: (doc, path) => conditions.every((condition) => condition.onPath(doc, path)),
    onValue: (value) => conditions.every((condition) => condition.onValue(value)),
  };
}

export const never: Condition = { onPath: () => false, onValue: () => false };
