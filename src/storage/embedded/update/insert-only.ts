import { compareStrings } from '../bson/order.js';
import { isOperators, isPlain, type Doc } from '../bson/values.js';

/** A field by itself, which no other can be in conflict with. */
const PLAIN_NAME = /^(?!__proto__$|_id$)[A-Za-z_][^.$]*$/;

/**
 * What an update inserts that does nothing but insert, `{_id: …}` and `$setOnInsert` of whole fields; undefined for every
 * other, which must be read with care.
 */
export function insertOnly(filter: Doc, update: Doc | Doc[]): Doc | undefined {
  if (Array.isArray(update) || !onlyKey(update, '$setOnInsert') || !onlyKey(filter, '_id')) return undefined;
  const fields = update.$setOnInsert;
  const { _id } = filter;
  if (!isPlain(fields) || isOperators(_id) || _id instanceof RegExp) return undefined;
  const names = Object.keys(fields);
  if (names.length === 0 || !names.every((name) => PLAIN_NAME.test(name))) return undefined;
  const doc: Doc = { _id };
  for (const name of names.sort(compareStrings)) doc[name] = fields[name];
  return doc;
}

function onlyKey(doc: Doc, key: string): boolean {
  return key in doc && Object.keys(doc).length === 1;
}
