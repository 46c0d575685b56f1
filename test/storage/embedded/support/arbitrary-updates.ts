import fc, { type Arbitrary } from 'fast-check';
import { anything, item, object, scalar, small } from './arbitrary-documents.js';
import { comparison, leaf } from './arbitrary-filters.js';
import type { AnyDoc } from './both-engines.js';

const setPath = fc.constantFrom(
  'n',
  's',
  'w',
  'd.x',
  'd.y',
  'a',
  'a.x',
  'a.0',
  'nums',
  'nums.1',
  'items.0.q',
  'o.p',
  'o.p.x',
  'o.list',
  'new',
  'new.deep',
);
/** What an indexed path may hold: no arrays. */
const settable = (at: string): Arbitrary<unknown> =>
  ['n', 's', 'w', 'd.x'].includes(at) ? fc.oneof(scalar, object) : anything;
const arrayPath = fc.constantFrom('nums', 'a', 'items', 'o.list', 'o.p', 'new', 'n');

const onPath = (name: string, at: Arbitrary<string>, value: (at: string) => Arbitrary<unknown>): Arbitrary<AnyDoc> =>
  at.chain((chosen) => value(chosen).map((argument) => ({ [name]: { [chosen]: argument } })));

const pushed = fc.oneof(
  scalar,
  item,
  fc.record(
    {
      $each: fc.array(scalar, { maxLength: 3 }),
      $position: fc.constantFrom(0, 1, -1),
      $slice: fc.constantFrom(-2, 0, 2),
      $sort: fc.constantFrom(1, -1),
    },
    { requiredKeys: ['$each'] },
  ),
);

/** One operator on one path. */
export const modifications: Arbitrary<AnyDoc> = fc.oneof(
  { weight: 3, arbitrary: onPath('$set', setPath, settable) },
  onPath('$unset', setPath, () => fc.constant('')),
  onPath('$inc', setPath, () => fc.constantFrom(1, -2, 0.5)),
  onPath('$mul', setPath, () => fc.constantFrom(2, 0, 1.5)),
  onPath('$min', setPath, () => scalar),
  onPath('$max', setPath, () => scalar),
  onPath('$setOnInsert', setPath, settable),
  fc.constantFrom({ $rename: { s: 'renamed' } }, { $rename: { 'd.x': 'moved.x' } }, { $rename: { o: 'd' } }),
  {
    weight: 2,
    arbitrary: onPath(
      '$push',
      arrayPath.filter((at) => at !== 'n'),
      () => pushed,
    ),
  },
  onPath('$addToSet', arrayPath, () =>
    fc.oneof(
      scalar,
      object,
      fc.array(scalar, { maxLength: 3 }).map((each) => ({ $each: each })),
    ),
  ),
  onPath('$pull', arrayPath, () =>
    fc.oneof(scalar, comparison(small), fc.record({ id: fc.oneof(small, comparison(small)) }), object),
  ),
  onPath('$pullAll', arrayPath, () => fc.array(scalar, { maxLength: 3 })),
  onPath('$pop', arrayPath, () => fc.constantFrom(1, -1)),
  fc.constantFrom({ $bit: { n: { or: 2 } } }, { $bit: { nums: { and: 1 } } }),
);

export const arrayWideUpdates: Arbitrary<AnyDoc> = fc.constantFrom(
  { $set: { 'items.$[].q': 9 } },
  { $inc: { 'items.$[].id': 1 } },
  { $push: { 'items.$[].tags': 'x' } },
  { $push: { items: { $each: [{ id: 2, q: 3 }], $sort: { id: 1, q: -1 } } } },
);

export const filteredUpdates = fc.record({
  update: fc.constantFrom<AnyDoc[]>(
    { $set: { 'items.$[it].q': 'set' } },
    { $inc: { 'items.$[it].id': 10 } },
    { $push: { 'items.$[it].tags': 'more' } },
    { $unset: { 'items.$[it].q': 1 } },
  ),
  arrayFilter: fc.oneof(
    comparison(small).map((wanted): AnyDoc => ({ 'it.id': wanted })),
    scalar.map((wanted): AnyDoc => ({ 'it.q': wanted })),
  ),
});

export const positionalUpdates: Arbitrary<{ filter: AnyDoc; update: AnyDoc }> = fc.record({
  filter: fc.oneof(
    small.map((id) => ({ 'items.id': id })),
    comparison(small)
      .filter((wanted) => !('$ne' in wanted || '$nin' in wanted || '$exists' in wanted))
      .map((wanted) => ({ items: { $elemMatch: { id: wanted } } })),
  ),
  update: fc.constantFrom(
    { $set: { 'items.$.q': 'set' } },
    { $inc: { 'items.$.id': 10 } },
    { $set: { 'items.$': { id: 7 } } },
    { $unset: { 'items.$.tags': 1 } },
  ),
});

const bulkModel: Arbitrary<AnyDoc> = fc.oneof(
  fc.record({ _id: fc.constantFrom(1, 2, 50, 51), n: scalar }).map((document) => ({ insertOne: { document } })),
  fc.record({ filter: leaf, update: modifications, upsert: fc.boolean() }).map((updateOne) => ({ updateOne })),
  fc.record({ filter: leaf, update: modifications }).map((updateMany) => ({ updateMany })),
  fc
    .record({
      filter: fc.constantFrom({ _id: 1 }, { _id: 60 }),
      replacement: fc.record({ n: scalar }),
      upsert: fc.boolean(),
    })
    .map((replaceOne) => ({ replaceOne })),
  fc.constantFrom({ _id: 1 }, { _id: 3 }).map((filter) => ({ deleteOne: { filter } })),
  leaf.map((filter) => ({ deleteMany: { filter } })),
);

/** Bulk writes whose `updateOne`s and upserts do not depend on which of several documents comes first. */
export const bulkWrites = fc.record({
  models: fc.array(bulkModel, { minLength: 1, maxLength: 4 }).map((models) => models.map(onOneDocument)),
  ordered: fc.boolean(),
});

function onOneDocument(model: AnyDoc): AnyDoc {
  const { updateOne } = model as { updateOne?: { filter: AnyDoc; update: AnyDoc } };
  return updateOne ? { updateOne: { ...updateOne, filter: { _id: 2 } } } : model;
}
