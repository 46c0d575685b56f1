import fc from 'fast-check';
import { compileUpdate } from '../../../src/storage/embedded/update/apply.js';
import { insertOnly } from '../../../src/storage/embedded/update/insert-only.js';
import { upsertedByUpdate } from '../../../src/storage/embedded/update/upsert.js';

const name = fc.constantFrom('a', 'b', 'ab', 'B', 'state', 'seq', 'a.b', '_id', '1', '10', '$a', '', '__x', '字');

it('inserts what the update read with care would insert, field by field in the same order', () => {
  let shortcuts = 0;
  fc.assert(
    fc.property(fc.string(), fc.dictionary(name, fc.oneof(fc.string(), fc.integer())), (_id, fields) => {
      const update = { $setOnInsert: fields };
      const short = insertOnly({ _id }, update);
      if (!short) return;
      shortcuts += 1;
      const whole = upsertedByUpdate({ _id }, compileUpdate(update, { filter: { _id } }));
      expect(Object.entries(short)).toEqual(Object.entries(whole));
    }),
    { numRuns: 2000 },
  );
  expect(shortcuts).toBeGreaterThan(50);
});

it.each([
  [{ _id: 'x' }, { $setOnInsert: { a: 1 }, $set: { b: 1 } }],
  [{ _id: 'x', n: 1 }, { $setOnInsert: { a: 1 } }],
  [{ _id: { $in: ['x'] } }, { $setOnInsert: { a: 1 } }],
  [{ _id: 'x' }, { $setOnInsert: { 'a.b': 1 } }],
  [{ _id: 'x' }, [{ $set: { a: 1 } }]],
])('reads with care %j %j', (filter, update) => {
  expect(insertOnly(filter, update)).toBeUndefined();
});
