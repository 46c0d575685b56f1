import { compareValues, equalValues } from '../bson/order.js';
import { sortDocs, sortEntries } from '../bson/sort.js';
import { isOperators, isPlain, typeName } from '../bson/values.js';
import { serverError } from '../errors.js';
import { compileFilter } from '../match/filter.js';
import { conditionOf } from '../match/operators.js';
import { structuredCopy, type UpdateOperator } from './field-operators.js';

const push: UpdateOperator = {
  creates: true,
  changeWith: (argument, path) => {
    const { added, position, slice, sort } = pushOf(argument);
    return (old, doc) => {
      if (old !== undefined && !Array.isArray(old)) {
        const found = `of type ${typeName(old)} in document {_id: ${String(doc._id)}}`;
        throw serverError('BadValue', `The field '${path}' must be an array but is ${found}`);
      }
      const items = [...((old as unknown[] | undefined) ?? [])];
      items.splice(position ?? items.length, 0, ...added.map(structuredCopy));
      const sorted = sort === undefined ? items : sortItems(items, sort);
      if (slice === undefined) return sorted;
      return slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice);
    };
  },
};

interface Push {
  readonly added: unknown[];
  readonly position?: number;
  readonly slice?: number;
  readonly sort?: unknown;
}

function pushOf(argument: unknown): Push {
  if (!isPlain(argument) || !('$each' in argument)) return { added: [argument] };
  const { $each: added, $position: position, $slice: slice, $sort: sort, ...unknown } = argument;
  const [foreign] = Object.keys(unknown);
  if (foreign !== undefined) throw serverError('BadValue', `Unrecognized clause in $push: ${foreign}`);
  if (!Array.isArray(added)) throw serverError('BadValue', 'The argument to $each in $push must be an array');
  for (const [name, value] of Object.entries({ $position: position, $slice: slice })) {
    if (value !== undefined && !Number.isInteger(value))
      throw serverError('BadValue', `The value for ${name} must be an integer value`);
  }
  return { added, position: position as number | undefined, slice: slice as number | undefined, sort };
}

function sortItems(items: unknown[], sort: unknown): unknown[] {
  if (sort === 1 || sort === -1) return [...items].sort((a, b) => compareValues(a, b) * sort);
  if (!isPlain(sort))
    throw serverError('BadValue', 'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  return sortDocs(items, sortEntries(sort), (item) => (isPlain(item) ? item : {}));
}

const addToSet: UpdateOperator = {
  creates: true,
  changeWith: (argument, path) => {
    const each = isPlain(argument) && '$each' in argument ? argument.$each : [argument];
    if (!Array.isArray(each)) throw serverError('TypeMismatch', 'The argument to $each in $addToSet must be an array');
    return (old) => {
      if (old !== undefined && !Array.isArray(old)) {
        throw serverError(
          'BadValue',
          `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeName(old)}`,
        );
      }
      const items = [...((old as unknown[] | undefined) ?? [])];
      for (const item of each) if (!items.some((kept) => equalValues(kept, item))) items.push(structuredCopy(item));
      return items;
    };
  },
};

/** `$pull` and `$pullAll`: takes out the elements that pass. */
function pulling(name: string, testOf: (argument: unknown) => (item: unknown) => boolean): UpdateOperator {
  return {
    creates: false,
    changeWith: (argument) => {
      const goes = testOf(argument);
      return (old) => {
        if (!Array.isArray(old)) throw serverError('BadValue', `Cannot apply ${name} to a non-array value`);
        return old.filter((item) => !goes(item));
      };
    },
  };
}

function pullTest(argument: unknown): (item: unknown) => boolean {
  if (isPlain(argument) && !isOperators(argument)) {
    const holds = compileFilter(argument);
    return (item) => isPlain(item) && holds(item);
  }
  const condition = conditionOf(argument, compileFilter);
  return (item) => condition.onValue(item);
}

function pullAllTest(argument: unknown): (item: unknown) => boolean {
  if (!Array.isArray(argument)) throw serverError('BadValue', '$pullAll requires an array argument');
  return (item) => argument.some((gone) => equalValues(gone, item));
}

const pop: UpdateOperator = {
  creates: false,
  changeWith: (end, path) => {
    if (end !== 1 && end !== -1) throw serverError('FailedToParse', '$pop expects 1 or -1');
    return (old) => {
      if (!Array.isArray(old)) {
        throw serverError('TypeMismatch', `Path '${path}' contains an element of non-array type '${typeName(old)}'`);
      }
      return end === 1 ? old.slice(0, -1) : old.slice(1);
    };
  },
};

export const arrayOperators: Record<string, UpdateOperator> = {
  $push: push,
  $addToSet: addToSet,
  $pull: pulling('$pull', pullTest),
  $pullAll: pulling('$pullAll', pullAllTest),
  $pop: pop,
};
