import fc, { type Arbitrary } from 'fast-check';
import { Types } from 'mongoose';
import type { AnyDoc } from './both-engines.js';

/** Few different values, so that filters hit and updates meet. No 0 and 1: the test server takes them for booleans. */
export const scalar: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(-1, 2, 3, 4, 1.5),
  fc.constantFrom('a', 'ab', 'b', '投诉', '😀', '\uff5e'),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(new Date('1969-12-31T23:59:59Z'), new Date('2026-03-01T00:00:00Z'), new Date('2026-03-02T00:00:00Z')),
  fc.constantFrom(new Types.ObjectId('64b000000000000000000001'), new Types.ObjectId('64b000000000000000000002')),
);

export const present = scalar.filter((value) => value !== null);
export const small = fc.constantFrom(2, 3, 4, 5);
const word = fc.constantFrom('a', 'ab', 'b', 'c');
export const object = fc.record({ x: scalar, y: scalar }, { requiredKeys: [] });

export const anything: Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: scalar },
  object,
  fc.array(fc.oneof({ weight: 4, arbitrary: scalar }, object, fc.array(scalar, { maxLength: 2 })), { maxLength: 4 }),
);

export const item = fc.record(
  { id: small, q: scalar, tags: fc.array(word, { maxLength: 2 }) },
  { requiredKeys: ['id'] },
);

const fields = {
  n: fc.oneof({ weight: 3, arbitrary: small }, scalar),
  s: fc.oneof({ weight: 3, arbitrary: word }, scalar),
  w: fc.oneof({ weight: 3, arbitrary: scalar }, object),
  d: fc.oneof({ weight: 4, arbitrary: object }, scalar),
  a: anything,
  nums: fc.array(small, { maxLength: 4 }),
  items: fc.array(item, { maxLength: 3 }),
  o: fc.record({ p: anything, list: fc.array(scalar, { maxLength: 3 }) }, { requiredKeys: [] }),
};

/** Documents of one collection, with ids from 1. */
export const documents: Arbitrary<AnyDoc[]> = fc
  .array(fc.record(fields, { requiredKeys: [] }), { minLength: 1, maxLength: 8 })
  .map((docs) => docs.map((doc, at) => ({ _id: at + 1, ...doc })));
