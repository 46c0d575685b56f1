import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import * as mingoExpressions from 'mingo/operators/expression';
import type { Doc } from '../bson/values.js';
import { mingoAnswer } from './mingo-errors.js';
import { accumulatorOperators, ownExpressions } from './operators.js';

const { default: _all, ...expressions } = mingoExpressions as unknown as Doc;

/** mingo's expressions, with the engine's own where mingo's order or reading of values is not MongoDB's. */
export const operatorContext = Context.init()
  .addAccumulatorOps(accumulatorOperators as Parameters<Context['addAccumulatorOps']>[0])
  .addExpressionOps({ ...expressions, ...ownExpressions } as Parameters<Context['addExpressionOps']>[0]);

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
