import { isOperators, isPlain, newObjectId, type Doc } from '../bson/values.js';
import { serverError } from '../errors.js';
import { structuredCopy } from './field-operators.js';
import { modify } from './modify.js';
import type { Updater } from './apply.js';

/** The document an upsert inserts: the filter's equalities, then the update, then an `_id` if none was given. */
export function upsertedByUpdate(filter: Doc, update: Updater): Doc {
  const seed: Doc = {};
  for (const [path, value] of equalities(filter)) {
    modify(seed, path.split('.'), true, () => structuredCopy(value));
  }
  return withId(update(seed, true));
}

/** The document a replacing upsert inserts: the replacement, with the filter's `_id` if it names one. */
export function upsertedByReplacement(filter: Doc, replacement: Doc): Doc {
  const id = replacement._id ?? new Map(equalities(filter)).get('_id');
  return withId(id === undefined ? replacement : { ...replacement, _id: id });
}

/** `_id` stands first in every stored document. */
export function withId(doc: Doc): Doc {
  const { _id = newObjectId(), ...fields } = doc;
  return { _id, ...fields };
}

function equalities(filter: Doc): [string, unknown][] {
  const found = new Map<string, unknown>();
  collect(filter, found);
  return [...found];
}

function collect(filter: Doc, found: Map<string, unknown>): void {
  for (const [key, operand] of Object.entries(filter)) {
    if (key === '$and' || (key === '$or' && Array.isArray(operand) && operand.length === 1)) {
      for (const branch of operand as unknown[]) if (isPlain(branch)) collect(branch, found);
    } else if (!key.startsWith('$')) {
      const value = equalityOf(operand);
      if (value === undefined) continue;
      const clash = [...found.keys()].find(
        (path) => `${path}.`.startsWith(`${key}.`) || `${key}.`.startsWith(`${path}.`),
      );
      if (clash !== undefined) {
        throw serverError('NotSingleValueField', `cannot infer query fields to set, path '${key}' is matched twice`);
      }
      found.set(key, value);
    }
  }
}

function equalityOf(operand: unknown): unknown {
  if (operand instanceof RegExp) return undefined;
  if (!isOperators(operand)) return operand;
  if ('$eq' in operand) return operand.$eq;
  for (const listed of [operand.$in, operand.$all]) {
    if (!Array.isArray(listed) || listed.length !== 1) continue;
    const [only] = listed as [unknown];
    if (!(only instanceof RegExp) && !isOperators(only)) return only;
  }
  return undefined;
}
