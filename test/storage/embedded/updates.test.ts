import { Schema, type Model } from 'mongoose';
import { openDesk, type EmbeddedDesk } from './support/embedded-desk.js';

type AnyDoc = Record<string, unknown>;

let desk: EmbeddedDesk;
let things: Model<AnyDoc>;

beforeAll(async () => {
  desk = await openDesk();
  things = desk.connection.model<AnyDoc>('Thing', new Schema({ _id: Number }, { strict: false }));
});
afterAll(() => desk.discard());

const start: AnyDoc = { n: 5, list: [3, 1, 2], items: [{ id: 1, q: 2 }, { id: 2 }], deep: { a: 1 }, at: new Date(10) };

/** What each update makes of `start`; undefined stands for a field that is gone. */
const changes: [name: string, update: AnyDoc, changed: AnyDoc][] = [
  ['$set makes the way to a field', { $set: { 'new.way.to': 1 } }, { new: { way: { to: 1 } } }],
  ['$set by offset fills up with nulls', { $set: { 'list.5': 9 } }, { list: [3, 1, 2, null, null, 9] }],
  [
    '$set in an element',
    { $set: { 'items.1.q': 7 } },
    {
      items: [
        { id: 1, q: 2 },
        { id: 2, q: 7 },
      ],
    },
  ],
  ['$set by a number in a document that is missing', { $set: { 'none.0': 1 } }, { none: { 0: 1 } }],
  ['$unset', { $unset: { n: '', 'deep.a': '', 'none.x': '' } }, { n: undefined, deep: {} }],
  ['$unset in an array leaves null', { $unset: { 'list.1': '' } }, { list: [3, null, 2] }],
  [
    '$inc and $mul',
    { $inc: { n: -2, fresh: 4 }, $mul: { 'deep.a': 3, none: 5 } },
    { n: 3, fresh: 4, deep: { a: 3 }, none: 0 },
  ],
  [
    '$min and $max across types',
    { $min: { n: 9, at: new Date(5) }, $max: { 'deep.a': 'text' } },
    { at: new Date(5), deep: { a: 'text' } },
  ],
  ['$rename', { $rename: { n: 'deep.n', none: 'other' } }, { n: undefined, deep: { a: 1, n: 5 } }],
  ['$push', { $push: { list: 4, fresh: { a: 1 } } }, { list: [3, 1, 2, 4], fresh: [{ a: 1 }] }],
  ['$push of many, placed', { $push: { list: { $each: [8, 9], $position: 1 } } }, { list: [3, 8, 9, 1, 2] }],
  ['$push of many, sorted and cut', { $push: { list: { $each: [0, 7], $sort: -1, $slice: 3 } } }, { list: [7, 3, 2] }],
  ['$push that keeps the last', { $push: { list: { $each: [4], $slice: -2 } } }, { list: [2, 4] }],
  ['$push that keeps none', { $push: { list: { $each: [4], $slice: 0 } } }, { list: [] }],
  [
    '$push sorted by fields',
    { $push: { items: { $each: [{ id: 1, q: 1 }], $sort: { id: -1, q: 1 } } } },
    { items: [{ id: 2 }, { id: 1, q: 1 }, { id: 1, q: 2 }] },
  ],
  ['$addToSet', { $addToSet: { list: 3, items: { id: 2 }, fresh: 1 } }, { fresh: [1] }],
  ['$addToSet of many', { $addToSet: { list: { $each: [3, 4, 4] } } }, { list: [3, 1, 2, 4] }],
  [
    '$addToSet of equal fields in another order',
    { $addToSet: { items: { q: 2, id: 1 } } },
    { items: [{ id: 1, q: 2 }, { id: 2 }, { q: 2, id: 1 }] },
  ],
  ['$pull by value', { $pull: { list: 1 } }, { list: [3, 2] }],
  [
    '$pull by condition',
    { $pull: { list: { $gte: 2 }, items: { q: { $exists: false } } } },
    { list: [1], items: [{ id: 1, q: 2 }] },
  ],
  ['$pullAll', { $pullAll: { list: [2, 3, 9] } }, { list: [1] }],
  ['$pop', { $pop: { list: 1, items: -1, none: 1 } }, { list: [3, 1], items: [{ id: 2 }] }],
  ['$bit', { $bit: { n: { and: 6, or: 8 }, flags: { xor: 3 } } }, { n: 12, flags: 3 }],
  ['$setOnInsert does nothing here', { $setOnInsert: { n: 1 } }, {}],
  [
    '$[] in every element',
    { $inc: { 'items.$[].id': 10, 'list.$[]': 1 } },
    { items: [{ id: 11, q: 2 }, { id: 12 }], list: [4, 2, 3] },
  ],
];

async function changedBy(update: AnyDoc | AnyDoc[], options: AnyDoc = {}, filter: AnyDoc = {}): Promise<AnyDoc> {
  await things.collection.deleteMany({});
  await things.collection.insertOne({ _id: 1, ...structuredClone(start) } as never);
  await things.collection.updateOne(filter, update, options);
  const { _id, ...fields } = (await things.findOne().lean())!;
  return fields;
}

describe('updates', () => {
  it.each(changes)('%s', async (_name, update, changed) => {
    const expected = Object.entries({ ...start, ...changed }).filter(([, value]) => value !== undefined);
    expect(await changedBy(update)).toStrictEqual(Object.fromEntries(expected));
  });

  it('by array filters reach the elements that pass, nested ones too', async () => {
    const byField = await changedBy({ $set: { 'items.$[it].q': 0 } }, { arrayFilters: [{ 'it.id': { $gt: 1 } }] });
    expect(byField.items).toEqual([
      { id: 1, q: 2 },
      { id: 2, q: 0 },
    ]);
    const byValue = await changedBy({ $inc: { 'list.$[low]': 100 } }, { arrayFilters: [{ low: { $lt: 3 } }] });
    expect(byValue.list).toEqual([3, 101, 102]);
    const either = await changedBy(
      { $set: { 'items.$[it].ok': true } },
      { arrayFilters: [{ $or: [{ 'it.q': 2 }, { 'it.id': 9 }] }] },
    );
    expect(either.items).toEqual([{ id: 1, q: 2, ok: true }, { id: 2 }]);
  });

  it('by the positional $ reach the element the filter found', async () => {
    expect((await changedBy({ $set: { 'items.$.q': 0 } }, {}, { 'items.id': 2 })).items).toEqual([
      { id: 1, q: 2 },
      { id: 2, q: 0 },
    ]);
    const inBoth = { items: { $elemMatch: { id: { $gt: 0 }, q: 2 } }, n: 5 };
    expect((await changedBy({ $inc: { 'items.$.id': 5 } }, {}, inBoth)).items).toEqual([{ id: 6, q: 2 }, { id: 2 }]);
    expect((await changedBy({ $set: { 'list.$': 0 } }, {}, { $and: [{ n: 5 }, { list: { $lt: 3 } }] })).list).toEqual([
      3, 0, 2,
    ]);
  });

  it('write values of their own into each document', async () => {
    await things.collection.deleteMany({});
    await things.collection.insertMany([{ _id: 1 }, { _id: 2 }] as never[]);
    await things.collection.updateMany({}, { $set: { shared: { list: [1] } } });
    await things.collection.updateOne({ _id: 1 } as never, { $push: { 'shared.list': 2 } } as never);
    expect((await things.findById(2).lean())!.shared).toEqual({ list: [1] });
  });
});

describe('upserts', () => {
  const upserted = async (filter: AnyDoc, update: AnyDoc): Promise<AnyDoc> => {
    await things.collection.deleteMany({});
    const { upsertedId } = await things.collection.updateOne(filter, update, { upsert: true });
    return (await things.collection.findOne({ _id: upsertedId! }))!;
  };

  it('begin with the equalities of the filter', async () => {
    const filter = { _id: 7, 'deep.a': { $eq: 1 }, $and: [{ s: 'x' }, { n: { $gt: 3 } }], one: { $in: [4] }, re: /x/ };
    expect(await upserted(filter, { $set: { 'deep.b': 2 }, $setOnInsert: { made: true } })).toStrictEqual({
      _id: 7,
      deep: { a: 1, b: 2 },
      one: 4,
      s: 'x',
      made: true,
    });
  });

  it('replace with the _id of the filter, or one of their own', async () => {
    await things.collection.deleteMany({});
    await things.collection.replaceOne({ _id: 3, other: 1 } as never, { n: 1 }, { upsert: true });
    expect(await things.collection.findOne({})).toEqual({ _id: 3, n: 1 });
    const { upsertedId } = await things.collection.replaceOne({ n: 9 }, { n: 9 }, { upsert: true });
    expect(String(upsertedId)).toMatch(/^[0-9a-f]{24}$/);
  });

  it('tell mongoose what was inserted and what was found', async () => {
    await things.collection.deleteMany({});
    const write = () =>
      things.findOneAndUpdate({ _id: 5 }, { $inc: { n: 1 } }, { upsert: true, includeResultMetadata: true });
    expect(await write()).toMatchObject({
      value: null,
      lastErrorObject: { n: 1, updatedExisting: false, upserted: 5 },
    });
    expect(await write()).toMatchObject({ value: { n: 1 }, lastErrorObject: { n: 1, updatedExisting: true } });
  });
});
