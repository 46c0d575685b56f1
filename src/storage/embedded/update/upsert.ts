import { compareStrings } from '../bson/order.js';
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
  for (const first in doc) {
    if (first === '_id' && doc._id !== undefined) return doc;
    break;
  }
  const { _id = newObjectId(), ...fields } = doc;
  return { _id, ...fields };
}

/** What the filter says must be equal, in the order of the paths. */
function equalities(filter: Doc): [string, unknown][] {
  const found = new Map<string, unknown>();
  collect(filter, found);
  return [...found].sort(([a], [b]) => compareStrings(a, b));
}

function collect(filter: Doc, found: Map<string, unknown>): void {
  for (const [key, operand] of Object.entries(filter)) {
    if (key === '$and' || (key === '$or' && Array.isArray(operand) && operand.length === 1)) {
      for (const branch of operand as unknown[]) if (isPlain(branch)) collect(branch, found);
    } else if (!key.startsWith('$')) {
      for (const value of equalTo(operand)) add(found, key, value);
    }
  }
}

function add(found: Map<string, unknown>, path: string, value: unknown): void {
  const clash = [...found.keys()].find(
    (other) => `${other}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${other}.`),
  );
  if (clash !== undefined) {
    throw serverError('NotSingleValueField', `cannot infer query fields to set, path '${path}' is matched twice`);
  }
  found.set(path, value);
}

/** The values an operand demands equality with; more than one is more than an upsert can insert. */
function equalTo(operand: unknown): unknown[] {
  if (operand instanceof RegExp) return [];
  if (!isOperators(operand)) return [operand];
  const { $eq, $in: listed, $all: all } = operand;
  return [
    ...($eq === undefined ? [] : [$eq]),
    ...(Array.isArray(listed) && listed.length === 1 ? listed : []),
    ...(Array.isArray(all) ? all : []),
  ].filter((value) => !(value instanceof RegExp) && !isOperators(value));
}
