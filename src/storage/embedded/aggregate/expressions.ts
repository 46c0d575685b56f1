import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import * as accumulatorOperators from 'mingo/operators/accumulator';
import * as expressionOperators from 'mingo/operators/expression';
import { compareValues } from '../bson/order.js';
import type { Doc } from '../bson/values.js';
import { mingoAnswer } from './mingo-errors.js';

/** In expressions, unlike in filters, a missing value is below null and equals only itself. */
export function compareInExpression(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return compareValues(a, b);
}

type Expression = (doc: unknown, operands: unknown, options: typeof expressionOptions) => unknown;

function comparing(name: string, answer: (order: number) => unknown): [string, Expression] {
  return [
    name,
    (doc, operands, options) => {
      if (!Array.isArray(operands) || operands.length !== 2) throw new TypeError(`${name} takes exactly 2 arguments`);
      const [a, b] = evalExpr(doc, operands, options) as [unknown, unknown];
      return answer(compareInExpression(a, b));
    },
  ];
}

/** mingo compares ObjectIds and mixed types its own way; MongoDB's order is the engine's. */
const comparisons = Object.fromEntries([
  comparing('$eq', (order) => order === 0),
  comparing('$ne', (order) => order !== 0),
  comparing('$gt', (order) => order > 0),
  comparing('$gte', (order) => order >= 0),
  comparing('$lt', (order) => order < 0),
  comparing('$lte', (order) => order <= 0),
  comparing('$cmp', (order) => Math.sign(order)),
]);

const { default: _accumulators, ...accumulators } = accumulatorOperators as Doc;
const { default: _expressions, ...expressions } = expressionOperators as Doc;

type Accumulator = (items: unknown[], expression: unknown, options: typeof expressionOptions) => unknown;

/** Accumulators used on one document: over a list, an array or a single value. mingo takes arrays only. */
const overOneDocument = Object.fromEntries(
  ['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp'].map((name): [string, Expression] => {
    const accumulate = accumulators[name] as Accumulator;
    return [
      name,
      (docs, operand, options) => {
        if (Array.isArray(docs)) return accumulate(docs, operand, options);
        const value = evalExpr(docs, Array.isArray(operand) && operand.length === 1 ? operand[0] : operand, options);
        return accumulate([value ?? []].flat(), null, options);
      },
    ];
  }),
);

export const operatorContext = Context.init()
  .addAccumulatorOps(accumulators as Parameters<Context['addAccumulatorOps']>[0])
  .addExpressionOps({ ...expressions, ...comparisons, ...overOneDocument } as Parameters<
    Context['addExpressionOps']
  >[0]);

export const expressionOptions = {
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
  context: operatorContext,
};

/** `$expr`: a test of whether an aggregation expression is true of a document. */
export function isTrueExpression(expression: unknown): (doc: Doc) => boolean {
  return (doc) => {
    const value = mingoAnswer(() => evalExpr(doc, expression, expressionOptions));
    return value !== false && value !== 0 && value !== null && value !== undefined;
  };
}
