import { compareValues, equalValues, rank, rankOf } from '../bson/order.js';
import { isOperators, isPlain, type Doc } from '../bson/values.js';
import { serverError, UnsupportedByEmbeddedEngine } from '../errors.js';
import { bitOperators } from './bits.js';
import { allOf, anyValue, never, not, type Condition } from './condition.js';
import { regexOf } from './regex.js';
import { typeTest } from './types.js';

/** Compiles a whole filter; handed in, because filters are made of conditions and `$elemMatch` of filters. */
export type CompileFilter = (filter: Doc) => (doc: Doc) => boolean;

interface Surroundings {
  readonly siblings: Doc;
  readonly compileFilter: CompileFilter;
}

type Operator = (operand: unknown, around: Surroundings) => Condition;

const operators: Record<string, Operator> = {
  $eq: equals,
  $ne: (operand) => not(equals(operand)),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $in: isIn,
  $nin: (operand, around) => not(isIn(operand, around)),
  $not: negated,
  $exists: (operand) => {
    const exists = anyValue('whole', (value) => value !== undefined);
    return operand ? exists : not(exists);
  },
  $type: (operand) => anyValue('elements', typeTest(operand)),
  $regex: (operand, { siblings }) => matches(regexOf(operand, siblings.$options)),
  $options: (_operand, { siblings }) => {
    if (siblings.$regex === undefined) throw serverError('BadValue', '$options needs a $regex');
    return allOf([]);
  },
  $mod: modulo,
  $size: (operand) => {
    if (!Number.isInteger(operand) || (operand as number) < 0) {
      throw serverError('FailedToParse', 'Failed to parse $size. Expected a non-negative integer');
    }
    return anyValue('whole', (value) => Array.isArray(value) && value.length === operand);
  },
  $all: containsAll,
  $elemMatch: elementMatches,
  ...bitOperators,
};

/** The right side of one field in a filter: a plain value, an expression, or operators. */
export function conditionOf(operand: unknown, compileFilter: CompileFilter): Condition {
  if (operand instanceof RegExp) return matches(regexOf(operand));
  if (!isOperators(operand)) return equals(operand);
  const around = { siblings: operand, compileFilter };
  return allOf(Object.entries(operand).map(([name, value]) => operator(name)(value, around)));
}

function operator(name: string): Operator {
  const found = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (found) return found;
  if (/^\$(geo|near|maxDistance|minDistance|box|center|polygon|uniqueDocs)/.test(name)) {
    throw new UnsupportedByEmbeddedEngine(`the query operator ${name}`);
  }
  throw serverError('BadValue', `unknown operator: ${name}`);
}

function equals(operand: unknown): Condition {
  if (operand === null) return anyValue('elements', (value) => value === null || value === undefined);
  return anyValue('elements', (value) => value !== undefined && equalValues(value, operand));
}

/** Range operators see values of their operand's type only. */
function ordered(accepts: (order: number) => boolean): Operator {
  return (operand) => {
    if (operand instanceof RegExp) throw serverError('BadValue', "Can't have RegEx as arg to predicate over field");
    const type = rankOf(operand);
    const isNaNOperand = Number.isNaN(operand);
    return anyValue('elements', (value) => {
      if (rankOf(value) !== type) return false;
      // NaN is in a range only with itself.
      if (type === rank.number && Number.isNaN(value) !== isNaNOperand) return false;
      return accepts(compareValues(value, operand));
    });
  };
}

function isIn(operand: unknown, { compileFilter }: Surroundings): Condition {
  if (!Array.isArray(operand)) throw serverError('BadValue', '$in needs an array');
  if (operand.some(isOperators)) throw serverError('BadValue', 'cannot nest $ under $in');
  const tests = operand.map((item) => conditionOf(item, compileFilter));
  return {
    onPath: (doc, path) => tests.some((test) => test.onPath(doc, path)),
    onValue: (value) => tests.some((test) => test.onValue(value)),
  };
}

function negated(operand: unknown, { compileFilter }: Surroundings): Condition {
  if (!(operand instanceof RegExp) && !isOperators(operand))
    throw serverError('BadValue', '$not needs a regex or a document');
  return not(conditionOf(operand, compileFilter));
}

function matches(expression: RegExp): Condition {
  return anyValue('elements', (value) => {
    if (typeof value === 'string') return expression.test(value);
    return value instanceof RegExp && value.source === expression.source;
  });
}

function modulo(operand: unknown): Condition {
  const [divisor, remainder] = Array.isArray(operand) ? (operand as unknown[]) : [];
  if (typeof divisor !== 'number' || typeof remainder !== 'number' || (operand as unknown[]).length !== 2) {
    throw serverError('BadValue', 'malformed mod, needs to be an array of two numbers');
  }
  if (Math.trunc(divisor) === 0) throw serverError('BadValue', 'divisor cannot be 0');
  const wanted = Math.trunc(remainder);
  return anyValue(
    'elements',
    (value) =>
      typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % Math.trunc(divisor) === wanted,
  );
}

function containsAll(operand: unknown, { compileFilter }: Surroundings): Condition {
  if (!Array.isArray(operand)) throw serverError('BadValue', '$all needs an array');
  if (operand.length === 0) return never;
  return allOf(
    operand.map((item) => {
      if (isOperators(item) && !('$elemMatch' in item)) throw serverError('BadValue', 'no $ expressions in $all');
      return conditionOf(item, compileFilter);
    }),
  );
}

function elementMatches(operand: unknown, { compileFilter }: Surroundings): Condition {
  if (!isPlain(operand)) throw serverError('BadValue', '$elemMatch needs an Object');
  const [first] = Object.keys(operand);
  const ofValues = first !== undefined && first.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first);
  const test = ofValues ? conditionOf(operand, compileFilter) : undefined;
  const filter = ofValues ? undefined : compileFilter(operand);
  const passes = (item: unknown): boolean => {
    if (test) return test.onValue(item);
    if (isPlain(item)) return filter!(item);
    // An array inside the array is matched by its offsets, as a document would be.
    return Array.isArray(item) && filter!({ ...item });
  };
  return anyValue('whole', (value) => Array.isArray(value) && value.some(passes));
}
