import { isOperators, isPlain, type Doc } from '../bson/values.js';
import { serverError } from '../errors.js';
import { compileFilter } from '../match/filter.js';

/** Conditions that hold by absence never say which element matched. */
const negations = ['$ne', '$nin', '$not', '$exists'];

/**
 * The index that the positional `$` after `array` stands for: the first element that makes the filter's condition on
 * that array true. Throws when the filter has none, as MongoDB does.
 */
export function matchedIndex(doc: Doc, array: readonly string[], filter: Doc): number {
  const items = array.reduce<unknown>((value, step) => (isPlain(value) ? value[step] : undefined), doc);
  if (Array.isArray(items)) {
    for (const condition of conditionsOn(array.join('.'), filter).reverse()) {
      const holds = compileFilter(condition);
      const index = items.findIndex((item) => holds(around([item], array)));
      if (index >= 0) return index;
    }
  }
  throw serverError('BadValue', 'The positional operator did not find the match needed from the query.');
}

/** The filter's conditions on the array itself or on what is inside it, in the order written. */
function conditionsOn(array: string, filter: Doc): Doc[] {
  return Object.entries(filter).flatMap(([key, operand]) => {
    if ((key === '$and' || key === '$or') && Array.isArray(operand)) {
      return operand.filter(isPlain).flatMap((branch) => conditionsOn(array, branch));
    }
    if (key !== array && !key.startsWith(`${array}.`)) return [];
    const isNegation = isOperators(operand) && Object.keys(operand).every((name) => negations.includes(name));
    return isNegation ? [] : [{ [key]: operand }];
  });
}

function around(items: unknown[], path: readonly string[]): Doc {
  return path.reduceRight<unknown>((value, step) => ({ [step]: value }), items) as Doc;
}
