import { equalValues } from '../bson/order.js';
import { isObjectId, isOperators, isPlain, type Doc } from '../bson/values.js';
import { compileFilter } from '../match/filter.js';
import { conditionOf } from '../match/operators.js';
import { partialColumn, pathsOf, type IndexDefinition } from './index-definition.js';

/**
 * The partial indexes that hold every document a filter can match, as SQL conditions: without them SQLite would not
 * know that it may use such an index to find.
 */
export function impliedPartials(filter: Doc, indexes: readonly IndexDefinition[]): string[] {
  const known = wanted(filter);
  return indexes.flatMap((index) => {
    const column = partialColumn(index);
    return column !== undefined && isImplied(index, known) ? [`${column} = 1`] : [];
  });
}

/** What the filter says of each path, `$and` included. */
function wanted(filter: Doc): Map<string, unknown[]> {
  const known = new Map<string, unknown[]>();
  for (const [key, operand] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(operand)) {
      for (const branch of operand.filter(isPlain)) {
        for (const [path, operands] of wanted(branch)) known.set(path, [...(known.get(path) ?? []), ...operands]);
      }
    } else if (!key.startsWith('$')) known.set(key, [...(known.get(key) ?? []), operand]);
  }
  return known;
}

function isImplied(
  { partialFilterExpression, key, ...index }: IndexDefinition,
  known: Map<string, unknown[]>,
): boolean {
  if (partialFilterExpression) {
    return Object.entries(partialFilterExpression).every(([path, condition]) =>
      (known.get(path) ?? []).some((operand) => impliesCondition(operand, condition)),
    );
  }
  return pathsOf({ ...index, key }).some((path) => (known.get(path) ?? []).some(impliesPresence));
}

function impliesCondition(operand: unknown, condition: unknown): boolean {
  if (equalValues(operand, condition)) return true;
  if (isPlain(condition) && Object.keys(condition).join() === '$exists' && condition.$exists)
    return impliesPresence(operand);
  // A single wanted value either meets the index's condition or does not.
  return isSingleValue(operand) && conditionOf(condition, compileFilter).onValue(operand);
}

function impliesPresence(operand: unknown): boolean {
  if (isSingleValue(operand)) return true;
  if (!isOperators(operand)) return false;
  return Object.entries(operand).some(([name, value]) => {
    if (name === '$in') return Array.isArray(value) && value.every(isSingleValue);
    return ['$eq', '$gt', '$gte', '$lt', '$lte'].includes(name) && isSingleValue(value);
  });
}

function isSingleValue(operand: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof operand) || operand instanceof Date || isObjectId(operand);
}
