import fc from 'fast-check';
import mongoose from 'mongoose';
import { FOREIGN, isKeptAsIs, plainCopy } from '../../../src/storage/embedded/bson/plain-copy.js';
import { decode, encode, received } from '../../../src/storage/embedded/bson/values.js';

const { BSON, ObjectId } = mongoose.mongo;

const roundTrip = (value: unknown, ignoreUndefined: boolean): unknown =>
  (BSON.deserialize(BSON.serialize({ value }, { ignoreUndefined })) as { value: unknown }).value;

const anything = fc.anything({
  withDate: true,
  withNullPrototype: true,
  withSparseArray: true,
  key: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('$ref', '$id', '$gt', '__proto__', 'toBSON', 'a.b', '0'),
  ),
  values: [
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\ud800', 'a\udc00b', '😀', ''),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.date({ noInvalidDate: false }),
  ],
});

test.each(['null', 'left out'] as const)(
  'a copy is what the round trip through BSON gives, what is undefined %s',
  (absent) => {
    let copied = 0;
    fc.assert(
      fc.property(anything, (value) => {
        const copy = plainCopy({ value }, absent);
        if (copy === FOREIGN) return;
        copied += 1;
        expect(copy).toStrictEqual(roundTrip({ value }, absent === 'left out'));
      }),
      { numRuns: 500 },
    );
    expect(copied).toBeGreaterThan(100);
  },
);

test.each(['null', 'left out'] as const)(
  'what is kept as it is, is stored as its copy would be, undefined %s',
  (absent) => {
    let kept = 0;
    fc.assert(
      fc.property(anything, (value) => {
        if (!isKeptAsIs({ value }, absent)) return;
        kept += 1;
        expect(decode(encode({ value }))).toStrictEqual(roundTrip({ value }, absent === 'left out'));
      }),
      { numRuns: 1000 },
    );
    expect(kept).toBeGreaterThan(100);
  },
);

test('nothing of the value is shared', () => {
  const value = { list: [{ at: new Date(5) }] };
  const copy = received(value);
  expect(copy).toStrictEqual(value);
  expect(copy.list[0]!.at).not.toBe(value.list[0]!.at);
});

test.each([
  ['an ObjectId', new ObjectId()],
  ['a regular expression', /a/],
  ['bytes', Buffer.from('a')],
  ['a map', new Map()],
  ['half a character', 'a\ud800'],
  ['an invalid date', new Date(NaN)],
  ['a function', () => 1],
  ['a big integer', 1n],
  ['an object that makes itself', { toBSON: () => 1 }],
])('%s is left to BSON', (_, foreign) => {
  expect(plainCopy({ deep: [foreign] })).toBe(FOREIGN);
  expect(isKeptAsIs({ deep: [foreign] }, 'left out')).toBe(false);
});
