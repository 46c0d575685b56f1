import { Schema, Types, type Model, type PipelineStage } from 'mongoose';
import { openDesk, type EmbeddedDesk } from './support/embedded-desk.js';

type AnyDoc = Record<string, unknown>;

let desk: EmbeddedDesk;
let things: Model<AnyDoc>;

beforeAll(async () => {
  desk = await openDesk();
  const schema = new Schema({ _id: Number }, { strict: false, strictQuery: false });
  schema.index({ n: 1 });
  things = desk.connection.model<AnyDoc>('Thing', schema);
  await things.init();
});
afterAll(() => desk.discard());

async function store(...docs: AnyDoc[]): Promise<void> {
  await things.collection.deleteMany({});
  await things.collection.insertMany(docs.map((doc, at) => ({ _id: at + 1, ...doc })) as never[]);
}

async function ids(filter: AnyDoc, sort: Record<string, 1 | -1> = { _id: 1 }): Promise<unknown[]> {
  return (await things.find(filter).sort(sort).lean()).map(({ _id }) => _id);
}

/** Where test servers or libraries were seen to answer otherwise, MongoDB's documentation decides. */
describe('answers that MongoDB documents', () => {
  it('matches a missing field by $all: [null], which is an $and of equalities', async () => {
    await store({}, { n: 2 }, { n: null });
    expect(await ids({ n: { $all: [null] } })).toEqual([1, 3]);
    expect(await ids({ other: { $all: [null] } })).toEqual([1, 2, 3]);
  });

  it('finds by an expression that ignores case, indexed or not', async () => {
    await store({ n: 'Apple', a: 'Apple' }, { n: 'pear', a: 'pear' });
    expect(await ids({ n: /^apple/i })).toEqual([1]);
    expect(await ids({ a: { $regex: '^APP', $options: 'i' } })).toEqual([1]);
  });

  it('keeps true and 1, false and 0 apart', async () => {
    await store({ n: 1, list: [0, 1] }, { n: true, list: [false] }, { n: 0 }, { n: false });
    expect(await ids({ n: 1 })).toEqual([1]);
    expect(await ids({ n: { $in: [false] } })).toEqual([4]);
    expect(new Set(await things.distinct('n'))).toEqual(new Set([0, 1, false, true]));
    await things.collection.updateOne({ _id: 1 } as never, { $pullAll: { list: [true, false] } } as never);
    expect((await things.findById(1).lean())!.list).toEqual([0, 1]);
  });

  it('compares the empty string like any other', async () => {
    await store({ n: '' }, { n: 'a' }, {});
    expect(await ids({ n: { $lte: 'a' } })).toEqual([1, 2]);
    expect(await ids({ n: { $lt: 'a' } })).toEqual([1]);
  });

  it('gives distinct values through arrays of documents', async () => {
    await store({ items: [{ id: 2 }, { id: 3 }] }, { items: [{ id: 2 }, {}] });
    expect((await things.distinct('items.id')).sort()).toEqual([2, 3]);
  });

  it('sorts an array by its least element upwards, its greatest downwards, a missing one as null', async () => {
    await store({ list: [1, 9] }, { list: [5] }, { list: [] }, {}, { list: [{}] });
    expect(await ids({}, { list: 1, _id: 1 })).toEqual([3, 4, 1, 2, 5]);
    expect(await ids({}, { list: -1, _id: 1 })).toEqual([5, 1, 2, 4, 3]);
    await store({ items: [{ q: 5 }] }, { items: [{ q: 5 }, {}] });
    expect(await ids({}, { 'items.q': 1, _id: 1 })).toEqual([2, 1]);
  });

  it('sorts mixed types in the order of BSON, with an index and without', async () => {
    const values = [new Date(0), true, new Types.ObjectId(), 'text', 3, null, -1, '投诉', false, 'a', new Date(-5)];
    await store(...values.map((value) => ({ n: value, plain: value })));
    const expected = [6, 7, 5, 10, 4, 8, 3, 9, 2, 11, 1];
    expect(await ids({}, { n: 1 })).toEqual(expected);
    expect(await ids({}, { plain: 1 })).toEqual(expected);
    await things.collection.insertOne({ _id: 12, n: { deep: 1 }, plain: { deep: 1 } } as never);
    const withObject = [6, 7, 5, 10, 4, 8, 12, 3, 9, 2, 11, 1];
    expect(await ids({}, { n: 1 })).toEqual(withObject);
    expect(await ids({}, { plain: 1 })).toEqual(withObject);
  });

  it('orders strings by their UTF-8 bytes', async () => {
    await store({ n: '\u{1f600}' }, { n: '\uff5e' });
    expect(await ids({}, { n: 1 })).toEqual([2, 1]);
    expect(await ids({ n: { $gt: '\uff5e' } })).toEqual([1]);
  });

  it('keeps a NUL inside an indexed text', async () => {
    await store({ n: 'a\0b' }, { n: 'a' }, { n: 'a\x01' });
    expect(await ids({ n: 'a\0b' })).toEqual([1]);
    expect(await ids({}, { n: 1 })).toEqual([2, 1, 3]);
    expect((await things.distinct('n')).sort()).toEqual(['a', 'a\0b', 'a\x01']);
  });

  it('ranges see values of their own type only', async () => {
    await store({ n: 5 }, { n: '5' }, { n: new Date(5) }, { n: null }, {});
    expect(await ids({ n: { $gte: 1 } })).toEqual([1]);
    expect(await ids({ n: { $lt: 'z' } })).toEqual([2]);
    expect(await ids({ n: { $lte: new Date(9) } })).toEqual([3]);
    expect(await ids({ n: { $gte: null } })).toEqual([4, 5]);
    expect(await ids({ n: { $not: { $gte: 1 } } })).toEqual([2, 3, 4, 5]);
  });

  it('finds embedded documents by their fields in order', async () => {
    await store({ n: { a: 1, b: 2 } }, { n: { b: 2, a: 1 } });
    expect(await ids({ n: { a: 1, b: 2 } })).toEqual([1]);
  });

  it('tells nothing of buckets that are empty, and counts nothing as no document', async () => {
    await store({ n: 1 }, { n: 8 });
    const bucket: PipelineStage = {
      $bucket: { groupBy: '$n', boundaries: [0, 3, 6, 9], output: { times: { $sum: 1 } } },
    };
    expect(await things.aggregate([bucket])).toEqual([
      { _id: 0, times: 1 },
      { _id: 6, times: 1 },
    ]);
    expect(await things.aggregate([{ $match: { n: 77 } }, { $count: 'total' }])).toEqual([]);
    expect(await things.aggregate([{ $facet: { none: [{ $match: { n: 77 } }, { $count: 'total' }] } }])).toEqual([
      { none: [] },
    ]);
  });

  it('sums what is no array as well', async () => {
    await store({ n: 4 }, { list: [1, 2] });
    expect(
      await things.aggregate([{ $sort: { _id: 1 } }, { $project: { one: { $sum: '$n' }, list: { $sum: '$list' } } }]),
    ).toEqual([
      { _id: 1, one: 4, list: 0 },
      { _id: 2, one: 0, list: 3 },
    ]);
  });

  it('takes the least and the greatest across types, in groups and in documents', async () => {
    await store({ n: new Date(0) }, { n: new Types.ObjectId() }, { n: 'text' }, { n: null }, {});
    const [group] = await things.aggregate<{ least: unknown; most: unknown }>([
      { $group: { _id: null, least: { $min: '$n' }, most: { $max: '$n' } } },
    ]);
    expect(group).toEqual({ _id: null, least: 'text', most: new Date(0) });
    await store({ list: ['b', 3, true] });
    const [row] = await things.aggregate([
      { $project: { _id: 0, most: { $max: '$list' }, sorted: { $sortArray: { input: '$list', sortBy: -1 } } } },
    ]);
    expect(row).toEqual({ most: true, sorted: [true, 'b', 3] });
  });

  it('refuses an upsert whose filter wants two values in one field', async () => {
    await store({});
    const upsert = things.collection.updateOne({ tags: { $all: ['a', 'b'] } }, { $set: { n: 1 } }, { upsert: true });
    await expect(upsert).rejects.toMatchObject({ code: 54 });
  });

  it('takes new fields in the order of their names', async () => {
    await store({});
    await things.collection.updateOne({}, { $set: { b: 1, 'deep.y': 1 }, $inc: { a: 1, 'deep.x': 1 } });
    expect(JSON.stringify(await things.findOne().lean())).toBe('{"_id":1,"a":1,"b":1,"deep":{"x":1,"y":1}}');
  });

  it('tells modified from matched', async () => {
    await store({ n: 1 }, { n: 2 });
    expect(await things.updateMany({}, { $max: { n: 2 } })).toMatchObject({ matchedCount: 2, modifiedCount: 1 });
  });

  it('updates by a pipeline', async () => {
    await store({ n: 2, m: 3 });
    await things.collection.updateOne({ _id: 1 } as never, [
      { $set: { sum: { $add: ['$n', '$m'] } } },
      { $unset: 'm' },
    ]);
    expect(await things.findOne().lean()).toEqual({ _id: 1, n: 2, sum: 5 });
  });
});
