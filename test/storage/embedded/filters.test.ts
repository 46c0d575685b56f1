import { Schema, Types, type Model } from 'mongoose';
import { openDesk, type EmbeddedDesk } from './support/embedded-desk.js';

type AnyDoc = Record<string, unknown>;

let desk: EmbeddedDesk;
let things: Model<AnyDoc>;

const person = new Types.ObjectId('64b000000000000000000001');

const docs: AnyDoc[] = [
  {
    _id: 1,
    s: 'refund',
    n: 5,
    at: new Date(1000),
    by: person,
    items: [{ id: 1, tags: ['a', 'b'] }, { id: 2 }],
    nums: [1, 5, 9],
  },
  { _id: 2, s: 'Refused', n: null, deep: { a: { b: 3 } }, items: [{ id: 2, tags: [] }], nums: [] },
  { _id: 3, s: '退款', n: '5', deep: { a: [{ b: 3 }, { b: 7 }] }, nums: [[1, 2], 3] },
  { _id: 4, n: 7.5, flag: true, deep: 4, nums: 5, bytes: Buffer.from('xyz') },
];

beforeAll(async () => {
  desk = await openDesk();
  const schema = new Schema({ _id: Number }, { strict: false, strictQuery: false });
  schema.index({ n: 1 });
  schema.index({ s: 1 });
  things = desk.connection.model<AnyDoc>('Thing', schema);
  await things.init();
  await things.collection.insertMany(docs as never[]);
});
afterAll(() => desk.discard());

const found: [filter: AnyDoc, ids: number[]][] = [
  [{}, [1, 2, 3, 4]],
  [{ n: 5 }, [1]],
  [{ n: null }, [2]],
  [{ s: null }, [4]],
  [{ s: undefined }, [4]],
  [{ s: { $exists: false } }, [4]],
  [{ n: { $exists: true } }, [1, 2, 3, 4]],
  [{ n: { $ne: 5 } }, [2, 3, 4]],
  [{ n: { $gt: 5 } }, [4]],
  [{ n: { $gte: 5, $lt: 7.5 } }, [1]],
  [{ n: { $in: [5, '5', null] } }, [1, 2, 3]],
  [{ n: { $nin: [5, null] } }, [3, 4]],
  [{ n: { $not: { $gt: 5 } } }, [1, 2, 3]],
  [{ s: /^ref/ }, [1]],
  [{ s: { $regex: '^REF', $options: 'i' } }, [1, 2]],
  [{ s: { $not: /^ref/i } }, [3, 4]],
  [{ s: { $in: [/^ref/, '退款'] } }, [1, 3]],
  [{ s: { $gt: 'refund' } }, [3]],
  [{ at: { $lte: new Date(1000) } }, [1]],
  [{ by: person }, [1]],
  [{ bytes: Buffer.from('xyz') }, [4]],
  [{ flag: true }, [4]],
  [{ nums: 5 }, [1, 4]],
  [{ nums: [] }, [2]],
  [{ nums: [1, 5, 9] }, [1]],
  [{ nums: [1, 2] }, [3]],
  [{ 'nums.1': 5 }, [1]],
  [{ 'nums.0.1': 2 }, [3]],
  [{ nums: { $size: 0 } }, [2]],
  [{ nums: { $all: [9, 1] } }, [1]],
  [{ nums: { $elemMatch: { $gt: 1, $lt: 6 } } }, [1, 3]],
  [{ nums: { $gt: 8, $lt: 2 } }, [1]],
  [{ nums: { $mod: [4, 1] } }, [1, 4]],
  [{ nums: { $type: 'array' } }, [1, 2, 3]],
  [{ n: { $type: ['null', 'string'] } }, [2, 3]],
  [{ n: { $type: 'double' } }, [4]],
  [{ n: { $bitsAllSet: 5 } }, [1]],
  [{ 'items.id': 2 }, [1, 2]],
  [{ 'items.tags': 'b' }, [1]],
  [{ 'items.0.id': 2 }, [2]],
  [{ items: { $elemMatch: { id: 2, tags: { $exists: true } } } }, [2]],
  [{ 'items.tags': { $exists: false } }, [3, 4]],
  [{ 'items.tags': null }, [1, 3, 4]],
  [{ 'deep.a.b': 3 }, [2, 3]],
  [{ 'deep.a.b': { $gt: 5 } }, [3]],
  [{ 'deep.a': { b: 3 } }, [2, 3]],
  [{ 'deep.a.b': null }, [1, 4]],
  [{ $or: [{ n: 5 }, { flag: true }] }, [1, 4]],
  [{ $nor: [{ n: 5 }, { flag: true }] }, [2, 3]],
  [{ $and: [{ n: { $gt: 1 } }, { n: { $lt: 6 } }] }, [1]],
  [{ $expr: { $gt: ['$n', 6] } }, [2, 3, 4].filter((id) => id !== 2)],
  [{ $expr: { $eq: ['$none', null] } }, []],
  [{ n: 5, $comment: 'why' }, [1]],
];

describe('filters', () => {
  it.each(found.map(([filter, ids]) => [JSON.stringify(filter, showing), filter, ids] as const))(
    '%s',
    async (_shown, filter, ids) => {
      expect((await things.find(filter).sort({ _id: 1 }).lean()).map(({ _id }) => _id)).toEqual(ids);
      expect(await things.countDocuments(filter)).toBe(ids.length);
    },
  );
});

it('a field named like a method of objects is missing like any other', async () => {
  expect(await things.collection.countDocuments({ constructor: { $exists: true } } as never)).toBe(0);
  expect(await things.collection.countDocuments({ 'toString.name': null } as never)).toBe(4);
});

function showing(_key: string, value: unknown): unknown {
  return value instanceof RegExp || value === undefined ? String(value) : value;
}
