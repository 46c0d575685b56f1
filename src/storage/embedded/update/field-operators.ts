import { compareValues } from '../bson/order.js';
import { isPlain, typeName, type Doc } from '../bson/values.js';
import { serverError } from '../errors.js';
import { removed, type Change } from './modify.js';

export interface UpdateOperator {
  /** Whether the field and its parents are made when missing. */
  readonly creates: boolean;
  /** Checks the argument, before any document is touched. */
  readonly changeWith: (argument: unknown, path: string) => Change;
}

function arithmetic(
  name: string,
  whenMissing: (by: number) => number,
  combine: (old: number, by: number) => number,
): UpdateOperator {
  return {
    creates: true,
    changeWith: (by, path) => {
      if (typeof by !== 'number') {
        throw serverError(
          'TypeMismatch',
          `Cannot ${name === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(by)}}`,
        );
      }
      return (old, doc) => {
        if (old === undefined) return whenMissing(by);
        if (typeof old !== 'number') throw nonNumeric(name, path, old, doc);
        return combine(old, by);
      };
    },
  };
}

function nonNumeric(name: string, path: string, old: unknown, doc: Doc): Error {
  return serverError(
    'TypeMismatch',
    `Cannot apply ${name} to a value of non-numeric type. {_id: ${String(doc._id)}} has the field '${path}' of non-numeric type ${typeName(old)}`,
  );
}

/** `$min` and `$max` keep the old value unless the new one lies further on. */
function extreme(direction: 1 | -1): UpdateOperator {
  return {
    creates: true,
    changeWith: (value) => (old) =>
      old === undefined || compareValues(value, old) * direction > 0 ? structuredCopy(value) : old,
  };
}

const set: UpdateOperator = { creates: true, changeWith: (value) => () => structuredCopy(value) };

const bit: UpdateOperator = {
  creates: true,
  changeWith: (operations, path) => {
    const steps = isPlain(operations) ? Object.entries(operations) : [];
    if (steps.length === 0 || !steps.every(([name, by]) => name in bitwise && Number.isInteger(by))) {
      throw serverError('BadValue', `The $bit modifier of '${path}' takes and, or, xor with integers`);
    }
    return (old) => {
      if (old !== undefined && !Number.isInteger(old)) {
        throw serverError(
          'BadValue',
          `Cannot apply $bit to a value of non-integral type: '${path}' of ${typeName(old)}`,
        );
      }
      return steps.reduce((value, [name, by]) => bitwise[name]!(value, by as number), (old as number | undefined) ?? 0);
    };
  },
};

const bitwise: Record<string, (old: number, by: number) => number> = {
  and: (old, by) => Number(BigInt(old) & BigInt(by)),
  or: (old, by) => Number(BigInt(old) | BigInt(by)),
  xor: (old, by) => Number(BigInt(old) ^ BigInt(by)),
};

export const fieldOperators: Record<string, UpdateOperator> = {
  $set: set,
  $setOnInsert: set,
  $unset: { creates: false, changeWith: () => () => removed },
  $inc: arithmetic(
    '$inc',
    (by) => by,
    (old, by) => old + by,
  ),
  $mul: arithmetic(
    '$mul',
    () => 0,
    (old, by) => old * by,
  ),
  $min: extreme(-1),
  $max: extreme(1),
  $bit: bit,
};

/** One update may write a value into many documents or elements; each gets its own. */
export function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, structuredCopy(below)]));
}
