import { parts } from '../bson/paths.js';
import { isPlain, type Doc } from '../bson/values.js';
import { serverError, UnsupportedByEmbeddedEngine } from '../errors.js';
import { isTrueExpression } from '../aggregate/expressions.js';
import { conditionOf } from './operators.js';

export type Predicate = (doc: Doc) => boolean;

/**
 * A filter as MongoDB reads it. Throws on operators it does not know before any document is looked at.
 * The filter must have been `received()`.
 */
export function compileFilter(filter: Doc): Predicate {
  const predicates = Object.entries(filter).map(([key, operand]) => predicateOf(key, operand));
  if (predicates.length === 1) return predicates[0]!;
  return (doc) => predicates.every((holds) => holds(doc));
}

function predicateOf(key: string, operand: unknown): Predicate {
  if (!key.startsWith('$')) {
    const condition = conditionOf(operand, compileFilter);
    const path = parts(key);
    return (doc) => condition.onPath(doc, path);
  }
  switch (key) {
    case '$and': {
      const all = branches(key, operand);
      return (doc) => all.every((holds) => holds(doc));
    }
    case '$or': {
      const any = branches(key, operand);
      return (doc) => any.some((holds) => holds(doc));
    }
    case '$nor': {
      const none = branches(key, operand);
      return (doc) => !none.some((holds) => holds(doc));
    }
    case '$expr':
      return isTrueExpression(operand);
    case '$comment':
      return () => true;
    case '$where':
    case '$text':
    case '$jsonSchema':
    case '$sampleRate':
      throw new UnsupportedByEmbeddedEngine(`the query operator ${key}`);
    default:
      throw serverError('BadValue', `unknown top level operator: ${key}`);
  }
}

function branches(key: string, operand: unknown): Predicate[] {
  if (!Array.isArray(operand) || operand.length === 0 || !operand.every(isPlain)) {
    throw serverError('BadValue', `${key} must be a nonempty array of documents`);
  }
  return operand.map(compileFilter);
}
