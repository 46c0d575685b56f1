import { evalExpr } from 'mingo/core';
import * as mingoAccumulators from 'mingo/operators/accumulator';
import { compareValues } from '../bson/order.js';
import { sortDocs, sortEntries } from '../bson/sort.js';
import { isPlain, type Doc } from '../bson/values.js';
import { serverError } from '../errors.js';

type Options = Parameters<typeof evalExpr>[2];
type Expression = (doc: unknown, operand: unknown, options: Options) => unknown;
type Accumulator = (items: unknown[], expression: unknown, options: Options) => unknown;

/** In expressions, unlike in filters, a missing value is below null and equals only itself. */
function compareInExpression(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return compareValues(a, b);
}

function comparing(name: string, answer: (order: number) => unknown): [string, Expression] {
  return [
    name,
    (doc, operands, options) => {
      if (!Array.isArray(operands) || operands.length !== 2) {
        throw serverError('BadValue', `Expression ${name} takes exactly 2 arguments`);
      }
      const [a, b] = evalExpr(doc, operands, options) as [unknown, unknown];
      return answer(compareInExpression(a, b));
    },
  ];
}

const comparisons = [
  comparing('$eq', (order) => order === 0),
  comparing('$ne', (order) => order !== 0),
  comparing('$gt', (order) => order > 0),
  comparing('$gte', (order) => order >= 0),
  comparing('$lt', (order) => order < 0),
  comparing('$lte', (order) => order <= 0),
  comparing('$cmp', (order) => Math.sign(order)),
];

const { default: _all, ...accumulators } = mingoAccumulators as unknown as Record<string, Accumulator>;

/** The values an accumulator is given: the expression's for each document, or the items themselves. */
function valuesOf(items: unknown[], expression: unknown, options: Options): unknown[] {
  return expression === null ? items : (accumulators.$push!(items, expression, options) as unknown[]);
}

/** `$min` and `$max` in the order of all types; null and missing values do not count. */
function extreme(direction: 1 | -1): Accumulator {
  return (items, expression, options) =>
    valuesOf(items, expression, options)
      .filter((value) => value !== null && value !== undefined)
      .reduce<unknown>(
        (best, value) => (best === null || compareValues(value, best) * direction > 0 ? value : best),
        null,
      );
}

/** mingo's accumulators, with MongoDB's order in place of mingo's. */
export const accumulatorOperators: Record<string, Accumulator> = {
  ...accumulators,
  $min: extreme(-1),
  $max: extreme(1),
};

/** Accumulators used on one document: over a list, an array or a single value. mingo takes arrays only. */
function overOneDocument(name: string): [string, Expression] {
  const accumulate = accumulatorOperators[name]!;
  return [
    name,
    (docs, operand, options) => {
      // In a group the documents come as one array.
      if (Array.isArray(docs)) return accumulate(docs, operand, options);
      const value = evalExpr(docs, Array.isArray(operand) && operand.length === 1 ? operand[0] : operand, options);
      return accumulate([value ?? []].flat(), null, options);
    },
  ];
}

const $sortArray: Expression = (doc, operand, options) => {
  const { input, sortBy } = isPlain(operand) ? operand : {};
  const items = evalExpr(doc, input, options);
  if (items === null || items === undefined) return null;
  if (!Array.isArray(items)) throw serverError('BadValue', 'The input argument to $sortArray must be an array');
  if (sortBy === 1 || sortBy === -1) return [...items].sort((a, b) => compareValues(a, b) * sortBy);
  return sortDocs(items, sortEntries(sortBy), (item): Doc => (isPlain(item) ? item : {}));
};

/** Expressions that the engine answers itself. */
export const ownExpressions: Record<string, Expression> = {
  ...Object.fromEntries(comparisons),
  ...Object.fromEntries(['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp'].map(overOneDocument)),
  $sortArray,
};
