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
  'a copy, and what is kept as it is, is what the round trip through BSON gives, or there is none; undefined %s',
  (absent) => {
    const tried = { copied: 0, kept: 0 };
    fc.assert(
      fc.property(anything, (value) => {
        const through = () => roundTrip({ value }, absent === 'left out');
        const copy = plainCopy({ value }, absent);
        if (copy !== FOREIGN) {
          tried.copied += 1;
          expect(copy).toStrictEqual(through());
        }
        if (isKeptAsIs({ value }, absent)) {
          tried.kept += 1;
          expect(decode(encode({ value }))).toStrictEqual(through());
        }
      }),
      { numRuns: 1000 },
    );
    expect(tried.copied).toBeGreaterThan(100);
    expect(tried.kept).toBeGreaterThan(100);
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
