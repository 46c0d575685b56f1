import { Schema, type Model } from 'mongoose';
import { sweepExpired } from '../../../src/storage/embedded/sweep-expired.js';
import { openDesk, type EmbeddedDesk } from './support/embedded-desk.js';

type AnyDoc = Record<string, unknown>;

let desk: EmbeddedDesk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.discard());

type IndexArguments = Parameters<Schema['index']>;

async function thingsWith(...indexes: IndexArguments[]): Promise<Model<AnyDoc>> {
  const schema = new Schema({ _id: Schema.Types.Mixed }, { strict: false, strictQuery: false });
  for (const index of indexes) schema.index(...index);
  const things = desk.connection.model<AnyDoc>(`Thing`, schema);
  await things.init();
  return things;
}

const duplicate = (keyPattern: AnyDoc, keyValue: AnyDoc) => ({
  name: 'MongoServerError',
  code: 11000,
  keyPattern,
  keyValue,
});

describe('unique indexes', () => {
  it('let an upsert that only inserts pass over its own _id, and over nothing else', async () => {
    const things = await thingsWith([{ user: 1 }, { unique: true }]);
    const put = (_id: string, user: string) =>
      things.collection.updateOne({ _id: _id as never }, { $setOnInsert: { user } }, { upsert: true });
    expect(await put('a', '7')).toMatchObject({ upsertedCount: 1, upsertedId: 'a', matchedCount: 0 });
    expect(await put('a', '8')).toMatchObject({ upsertedCount: 0, matchedCount: 1, modifiedCount: 0 });
    await expect(put('b', '7')).rejects.toMatchObject(duplicate({ user: 1 }, { user: '7' }));
    expect(await things.find().lean()).toEqual([{ _id: 'a', user: '7' }]);
  });

  it('refuse a second document with the same key, naming pattern and value', async () => {
    const things = await thingsWith([{ channel: 1, user: 1 }, { unique: true }]);
    await things.create({ _id: 1, channel: 'telegram', user: '7' });
    await things.create({ _id: 2, channel: 'telegram', user: '8' });
    const again = things.create({ _id: 3, channel: 'telegram', user: '7' });
    await expect(again).rejects.toMatchObject(duplicate({ channel: 1, user: 1 }, { channel: 'telegram', user: '7' }));
    await expect(things.updateOne({ _id: 2 }, { user: '7' })).rejects.toMatchObject({ code: 11000 });
    await expect(things.findOneAndUpdate({ _id: 2 }, { user: '7' })).rejects.toMatchObject({ code: 11000 });
    expect((await things.findById(2).lean())!.user).toBe('8');
    expect(await things.countDocuments()).toBe(2);
  });

  it('treat a missing field as null, as MongoDB does', async () => {
    const things = await thingsWith([{ email: 1 }, { unique: true }]);
    await things.create({ _id: 1 });
    await expect(things.create({ _id: 2 })).rejects.toMatchObject(duplicate({ email: 1 }, { email: null }));
    await expect(things.create({ _id: 3, email: null })).rejects.toMatchObject({ code: 11000 });
  });

  it('compare a partly missing compound key as a whole', async () => {
    const things = await thingsWith([{ a: 1, b: -1 }, { unique: true }]);
    await things.create([
      { _id: 1, a: 1 },
      { _id: 2, b: 1 },
      { _id: 3, a: 2 },
    ]);
    await expect(things.create({ _id: 4, a: 1, b: null })).rejects.toMatchObject({ code: 11000 });
  });

  it('that are partial let documents outside them repeat, and no others', async () => {
    const things = await thingsWith([
      { email: 1 },
      { unique: true, partialFilterExpression: { email: { $exists: true } } },
    ]);
    await things.create([{ _id: 1 }, { _id: 2 }, { _id: 3, email: 'a@b' }]);
    await expect(things.create({ _id: 4, email: 'a@b' })).rejects.toMatchObject(
      duplicate({ email: 1 }, { email: 'a@b' }),
    );
    await things.create({ _id: 5, email: null });
    await expect(things.create({ _id: 6, email: null })).rejects.toMatchObject({ code: 11000 });
    await things.updateOne({ _id: 3 }, { $unset: { email: 1 } });
    await things.create({ _id: 7, email: 'a@b' });
    expect(await things.findOne({ email: 'a@b' }).lean()).toMatchObject({ _id: 7 });
  });

  it('that are partial by a value follow the document as it changes', async () => {
    const things = await thingsWith([{ chat: 1 }, { unique: true, partialFilterExpression: { state: 'open' } }]);
    await things.create([
      { _id: 1, chat: 'x', state: 'closed' },
      { _id: 2, chat: 'x', state: 'open' },
    ]);
    await expect(things.updateOne({ _id: 1 }, { state: 'open' })).rejects.toMatchObject({ code: 11000 });
    await things.updateOne({ _id: 2 }, { state: 'closed' });
    await things.updateOne({ _id: 1 }, { state: 'open' });
    expect(await things.find({ chat: 'x', state: 'open' }).lean()).toMatchObject([{ _id: 1 }]);
    expect(await things.countDocuments({ chat: 'x' })).toBe(2);
  });

  it('that are sparse let the missing repeat', async () => {
    const things = await thingsWith([{ phone: 1 }, { unique: true, sparse: true }]);
    await things.create([{ _id: 1 }, { _id: 2 }, { _id: 3, phone: '1' }]);
    await expect(things.create({ _id: 4, phone: '1' })).rejects.toMatchObject({ code: 11000 });
    expect(await things.countDocuments({ phone: null })).toBe(2);
  });

  it('cannot be made over documents that break them, and then nothing has changed', async () => {
    const things = await thingsWith();
    await things.create([
      { _id: 1, n: 1, m: 1 },
      { _id: 2, n: 1 },
    ]);
    await expect(things.collection.createIndex({ n: 1 }, { unique: true })).rejects.toMatchObject(
      duplicate({ n: 1 }, { n: 1 }),
    );
    expect(await things.listIndexes()).toHaveLength(1);
    await things.collection.createIndex({ m: 1 }, { unique: true, sparse: true });
    expect(await things.find({ n: 1 }).lean()).toHaveLength(2);
  });

  it('refuse a bulk write in part: ordered stops, unordered goes on', async () => {
    const things = await thingsWith([{ n: 1 }, { unique: true, sparse: true }]);
    const docs = [
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
      { _id: 3, n: 3 },
    ];
    const ordered = things.collection.insertMany(docs as never[]);
    await expect(ordered).rejects.toMatchObject({ name: 'MongoBulkWriteError', code: 11000, insertedCount: 1 });
    await things.deleteMany({});
    const error = await things.collection
      .insertMany(docs as never[], { ordered: false })
      .catch((refusal: unknown) => refusal);
    expect(error).toMatchObject({
      insertedCount: 2,
      writeErrors: [{ index: 1, code: 11000, err: { keyPattern: { n: 1 }, keyValue: { n: 1 } } }],
    });
    expect(await things.countDocuments()).toBe(2);
  });

  it('let mongoose insert what it can and tell what it could not', async () => {
    const things = await thingsWith([{ n: 1 }, { unique: true, sparse: true }]);
    const result = await things
      .insertMany([{ _id: 1, n: 1 }, { _id: 2, n: 1 }, { _id: 3 }], {
        ordered: false,
        rawResult: true,
        throwOnValidationError: false,
      })
      .catch((refusal: { insertedDocs: unknown[] }) => refusal);
    expect((result as { insertedDocs: AnyDoc[] }).insertedDocs.map(({ _id }) => _id)).toEqual([1, 3]);
  });

  it.each([1, 'one', new Date(5), { a: 1, b: [2] }, true])('hold for the _id %p', async (_id) => {
    const things = await thingsWith();
    await things.collection.insertOne({ _id, n: 1 } as never);
    await expect(things.collection.insertOne({ _id, n: 2 } as never)).rejects.toMatchObject(
      duplicate({ _id: 1 }, { _id }),
    );
    expect(await things.collection.findOne({ _id } as never)).toEqual({ _id, n: 1 });
  });
});

describe('the management of indexes', () => {
  it('is what syncIndexes needs, and survives a restart', async () => {
    const things = await thingsWith(
      [{ n: 1 }],
      [
        { m: -1, n: 1 },
        { name: 'by m', unique: true, sparse: true },
      ],
    );
    await things.create([
      { _id: 1, n: 1, m: 2 },
      { _id: 2, n: 2 },
    ]);
    await desk.reopen();
    const again = await thingsWith([{ n: 1 }], [{ k: 1 }]);
    expect((await again.diffIndexes()).toDrop).toEqual(['by m']);
    expect(await again.syncIndexes()).toEqual(['by m']);
    expect(await again.listIndexes()).toMatchObject([
      { key: { _id: 1 } },
      { key: { n: 1 }, name: 'n_1' },
      { key: { k: 1 }, name: 'k_1' },
    ]);
    expect(await again.diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
    expect(await again.find().sort({ n: -1 }).lean()).toMatchObject([{ _id: 2 }, { _id: 1, m: 2 }]);
  });

  it('refuses the same name for another index, and the same index under another name', async () => {
    const { collection } = await thingsWith([{ n: 1 }]);
    expect(await collection.createIndex({ n: 1 })).toBe('n_1');
    await expect(collection.createIndex({ m: 1 }, { name: 'n_1' })).rejects.toMatchObject({ code: 86 });
    await expect(collection.createIndex({ n: 1 }, { name: 'other' })).rejects.toMatchObject({ code: 85 });
    await expect(collection.createIndex({ n: 1 }, { unique: true })).rejects.toMatchObject({ code: 85 });
    await expect(collection.dropIndex('none')).rejects.toMatchObject({ code: 27 });
  });

  it('keeps names apart that differ in capitals or quotes only', async () => {
    const things = await thingsWith([{ userId: 1 }], [{ userid: 1 }], [{ 'odd"name': 1 }]);
    await things.create({ _id: 1, userId: 'A', userid: 'b', 'odd"name': 'c' });
    expect(await things.countDocuments({ userId: 'A', userid: 'b', 'odd"name': 'c' })).toBe(1);
    expect(await things.countDocuments({ userId: 'b' })).toBe(0);
  });

  it('tells of collections, and forgets those that are dropped', async () => {
    const things = await thingsWith([{ n: 1 }]);
    await things.create({ _id: 1, n: 1 });
    expect(await desk.connection.listCollections()).toMatchObject([{ name: 'things' }]);
    await things.collection.drop();
    expect(await desk.connection.listCollections()).toEqual([]);
    expect(await things.find()).toEqual([]);
    await expect(things.collection.indexes()).rejects.toMatchObject({ code: 26 });
    await things.create({ _id: 1 });
    expect(await things.countDocuments()).toBe(1);
  });
});

describe('indexes that let documents expire', () => {
  const at = (second: number) => new Date(Date.UTC(2026, 2, 1, 0, 0, second));

  it('are swept by the time given, dates only', async () => {
    const things = await thingsWith([{ seenAt: 1 }, { expireAfterSeconds: 10 }]);
    await things.create([{ _id: 1, seenAt: at(0) }, { _id: 2, seenAt: at(30) }, { _id: 3, seenAt: 5 }, { _id: 4 }]);
    expect(await sweepExpired(desk.connection, at(9))).toBe(0);
    expect(await sweepExpired(desk.connection, at(10))).toBe(1);
    expect(await sweepExpired(desk.connection, at(59))).toBe(1);
    expect((await things.find().sort({ _id: 1 }).lean()).map(({ _id }) => _id)).toEqual([3, 4]);
  });

  it('sweep only what a partial index holds', async () => {
    const things = await thingsWith([
      { seenAt: 1 },
      { expireAfterSeconds: 0, partialFilterExpression: { kind: 'draft' } },
    ]);
    await things.create([
      { _id: 1, seenAt: at(0), kind: 'draft' },
      { _id: 2, seenAt: at(0), kind: 'case' },
    ]);
    expect(await sweepExpired(desk.connection, at(1))).toBe(1);
    expect(await things.exists({ _id: 2 })).not.toBeNull();
  });
});
