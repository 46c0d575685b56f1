import { bytesOf } from '../bson/order.js';
import { isBinary } from '../bson/values.js';
import { serverError } from '../errors.js';
import { anyValue, type Condition } from './condition.js';

type BitTest = (positions: readonly number[], isSet: (position: number) => boolean) => boolean;

const tests: Record<string, BitTest> = {
  $bitsAllSet: (positions, isSet) => positions.every(isSet),
  $bitsAnySet: (positions, isSet) => positions.some(isSet),
  $bitsAllClear: (positions, isSet) => !positions.some(isSet),
  $bitsAnyClear: (positions, isSet) => !positions.every(isSet),
};

export const bitOperators: Record<string, (operand: unknown) => Condition> = Object.fromEntries(
  Object.entries(tests).map(([name, test]) => [
    name,
    (operand: unknown) => {
      const positions = positionsOf(name, operand);
      return anyValue('elements', (value) => {
        const isSet = bitsOf(value);
        return isSet !== undefined && test(positions, isSet);
      });
    },
  ]),
);

function positionsOf(name: string, operand: unknown): number[] {
  if (Array.isArray(operand) && operand.every((item) => Number.isInteger(item) && item >= 0))
    return operand as number[];
  const isSet = typeof operand === 'number' && operand < 0 ? undefined : bitsOf(operand);
  if (isSet === undefined) throw serverError('BadValue', `${name} takes an Array, a number, or a BinData`);
  const length = isBinary(operand) ? operand.length() * 8 : 64;
  return Array.from({ length }, (_, position) => position).filter(isSet);
}

/** Whether the bit at a position is set, or undefined when the value has no bits. Numbers are sign-extended. */
function bitsOf(value: unknown): ((position: number) => boolean) | undefined {
  if (typeof value === 'number' && Number.isInteger(value)) {
    const bits = BigInt(value);
    return (position) => ((bits >> BigInt(Math.min(position, 63))) & 1n) === 1n;
  }
  if (!isBinary(value)) return undefined;
  const bytes = bytesOf(value);
  return (position) => (((bytes[position >> 3] ?? 0) >> (position & 7)) & 1) === 1;
}
