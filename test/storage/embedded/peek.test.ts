import fc from 'fast-check';
import mongoose from 'mongoose';
import { peek } from '../../../src/storage/embedded/bson/peek.js';
import { decode, encode } from '../../../src/storage/embedded/bson/values.js';

const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.array(fc.integer()),
  fc.dictionary(fc.constantFrom('a', 'b', '字'), fc.string()),
  fc.uint8Array().map((bytes) => new mongoose.mongo.Binary(bytes)),
  fc.constant(new mongoose.mongo.ObjectId()),
  fc.constant(/^a.c/i),
);
const name = fc.constantFrom('_id', 'a', 'ab', 'b', '版本', 'c');

it('shows the fields asked for as a whole decoding does', () => {
  fc.assert(
    fc.property(fc.dictionary(name, value), fc.uniqueArray(name), (doc, names) => {
      const bytes = encode(doc);
      const whole = decode(bytes);
      const wanted = Object.fromEntries(Object.entries(whole).filter(([key]) => (names as string[]).includes(key)));
      expect(peek(bytes, names)).toEqual(wanted);
    }),
    { numRuns: 500 },
  );
});
