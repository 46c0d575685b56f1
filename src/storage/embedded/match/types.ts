import { typeName } from '../bson/values.js';
import { serverError, UnsupportedByEmbeddedEngine } from '../errors.js';

const namesByNumber: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
};

const carried = new Set([...Object.values(namesByNumber), 'number']);

/** A test for `$type`. JavaScript numbers keep no long or decimal, so those names are refused, not answered wrongly. */
export function typeTest(operand: unknown): (value: unknown) => boolean {
  const listed = Array.isArray(operand) ? (operand as unknown[]) : [operand];
  if (listed.length === 0) throw serverError('FailedToParse', '$type must match at least one type');
  const names = new Set(listed.map(nameOf));
  return (value) => {
    const name = typeName(value);
    return names.has(name) || (names.has('number') && typeof value === 'number');
  };
}

function nameOf(type: unknown): string {
  const name = typeof type === 'number' ? namesByNumber[type] : type;
  if (typeof name === 'string' && carried.has(name)) return name;
  throw new UnsupportedByEmbeddedEngine(`$type ${JSON.stringify(type)}`);
}
