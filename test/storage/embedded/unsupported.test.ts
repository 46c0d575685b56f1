import { Schema, Types, type Model } from 'mongoose';
import { embeddedMongoose, openDesk, type EmbeddedDesk } from './support/embedded-desk.js';

type AnyDoc = Record<string, unknown>;

let desk: EmbeddedDesk;
let things: Model<AnyDoc>;

beforeAll(async () => {
  desk = await openDesk();
  const schema = new Schema({ _id: Number }, { strict: false, strictQuery: false });
  schema.index({ 'items.id': 1 });
  schema.index({ n: 1 });
  things = desk.connection.model<AnyDoc>('Thing', schema);
  await things.init();
  await things.create({ _id: 1, n: 1, list: [1] });
});
afterAll(() => desk.discard());

const raw = () => desk.connection.db!.collection<AnyDoc & { _id: number }>('things');

/** What only a server can do, and the words that must name it. */
const unsupported: [name: string, attempt: () => unknown, named: string][] = [
  ['sessions', () => desk.connection.startSession(), 'MongoClient.startSession'],
  ['transactions', () => desk.connection.transaction(async () => undefined), 'MongoClient.startSession'],
  ['a session in an option', () => raw().findOne({}, { session: {} as never }), 'session'],
  ['a session in a write', () => raw().updateOne({}, { $set: { n: 1 } }, { session: {} as never }), 'session'],
  ['$where', () => things.find({ $where: 'true' }), '$where'],
  ['$text', () => things.find({ $text: { $search: 'x' } }), '$text'],
  ['$jsonSchema', () => raw().findOne({ $jsonSchema: {} }), '$jsonSchema'],
  ['geometry', () => raw().findOne({ at: { $near: [1, 1] } } as never), '$near'],
  ['$type long', () => raw().findOne({ n: { $type: 'long' } }), '$type "long"'],
  ['a collation', () => things.find().collation({ locale: 'zh' }), 'collation'],
  [
    'a collation in a bulk write',
    () => raw().bulkWrite([{ deleteOne: { filter: {}, collation: { locale: 'zh' } } }]),
    'collation',
  ],
  ['an expression of another dialect', () => raw().findOne({ s: { $regex: '(?i)x' } }), 'regular expression'],
  ['change streams', () => raw().watch(), 'Collection.watch'],
  ['change streams of the database', () => desk.connection.db!.watch(), 'Db.watch'],
  ['tailable cursors', () => raw().find({}, { tailable: true }), 'tailable'],
  ['explain', () => raw().find({}).explain(), 'explain'],
  ['renaming a collection', () => raw().rename('other'), 'Collection.rename'],
  ['text indexes', () => raw().createIndex({ s: 'text' }), '{s: "text"}'],
  ['geometry indexes', () => raw().createIndex({ s: '2dsphere' }), '2dsphere'],
  ['wildcard indexes', () => raw().createIndex({ '$**': 1 }), '$**'],
  ['indexes with a collation', () => raw().createIndex({ s: 1 }, { collation: { locale: 'zh' } }), 'collation'],
  ['search indexes', () => raw().createSearchIndex({ name: 's', definition: {} }), 'createSearchIndex'],
  ['an array at an indexed path', () => raw().insertOne({ _id: 2, n: [1, 2] }), 'inside arrays: n'],
  ['an indexed path inside an array', () => raw().insertOne({ _id: 2, items: [{ id: 1 }] }), 'inside arrays: items.id'],
  [
    'an update that puts an array at an indexed path',
    () => raw().updateOne({ _id: 1 }, { $set: { n: [] } }),
    'inside arrays: n',
  ],
  ['an index over stored arrays', () => raw().createIndex({ list: 1 }), 'inside arrays: list'],
  ['Decimal128', () => raw().insertOne({ _id: 2, price: Types.Decimal128.fromString('1.5') }), 'Decimal128'],
  ['64-bit numbers beyond JavaScript', () => raw().insertOne({ _id: 2, big: 2n ** 60n }), 'Long'],
  ['NaN at an indexed path', () => raw().insertOne({ _id: 2, n: NaN }), 'NaN at the indexed path n'],
  [
    'fields named __proto__',
    () => raw().insertOne(JSON.parse('{"_id": 2, "deep": {"__proto__": 1}}') as never),
    '__proto__',
  ],
  ['updates of __proto__', () => raw().updateOne({ _id: 1 }, { $set: { '__proto__.polluted': 1 } }), '__proto__'],
  ['$currentDate', () => raw().updateOne({ _id: 1 }, { $currentDate: { at: true } } as never), '$currentDate'],
  ['positional projections', () => raw().findOne({ list: 1 }, { projection: { 'list.$': 1 } }), 'list.$'],
  ['computed projections of find', () => raw().findOne({}, { projection: { double: { $add: ['$n', 1] } } }), '$add'],
  [
    'sorting by text score',
    () =>
      raw()
        .find({})
        .sort({ score: { $meta: 'textScore' } })
        .toArray(),
    '$meta',
  ],
  ['$out', () => things.aggregate([{ $out: 'elsewhere' }]), '$out'],
  ['$merge', () => things.aggregate([{ $merge: { into: 'elsewhere' } }]), '$merge'],
  ['stages it does not know', () => things.aggregate([{ $indexStats: {} }]), '$indexStats'],
  ['$geoNear', () => things.aggregate([{ $geoNear: {} } as never]), '$geoNear'],
  [
    'server-side JavaScript',
    () => things.aggregate([{ $project: { x: { $function: { body: 'return 1', args: [], lang: 'js' } } } }]),
    '$function',
  ],
  ['capped collections', () => desk.connection.createCollection('logs', { capped: true, size: 1000 }), 'capped'],
  ['views', () => desk.connection.createCollection('seen', { viewOn: 'things' }), 'viewOn'],
  ['a second database', () => desk.connection.useDb('other'), 'a second database'],
  ['commands', () => desk.connection.db!.command({ collMod: 'things' }), 'collMod'],
  ['administration', () => desk.connection.listDatabases(), 'Db.admin'],
];

describe('what the embedded engine does not do', () => {
  it.each(unsupported)('%s: throws and names it', async (_name, attempt, named) => {
    const outcome = await Promise.resolve()
      .then(attempt)
      .catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: 'UNSUPPORTED_BY_EMBEDDED_ENGINE' });
    expect((outcome as Error).message).toContain(named);
  });

  it('has changed nothing by trying', async () => {
    expect(await things.find().lean()).toEqual([expect.objectContaining({ _id: 1, n: 1, list: [1] })]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each([
    ['an unknown operator', { n: { $frob: 1 } }],
    ['an unknown operator at the top', { $frob: 1 }],
    ['$in without a list', { n: { $in: 3 } }],
    ['an operator inside $in', { n: { $in: [{ $gt: 1 }] } }],
    ['a condition beside fields', { n: { $gt: 1, plain: 2 } }],
    ['an empty $or', { $or: [] }],
    ['$not of a value', { n: { $not: 3 } }],
    ['a negative $size', { list: { $size: -1 } }],
    ['$mod by zero', { n: { $mod: [0, 1] } }],
  ])('%s in a filter is refused as MongoDB refuses it', async (_name, filter) => {
    await expect(raw().findOne(filter as never)).rejects.toMatchObject({ name: 'MongoServerError' });
    await expect(raw().deleteMany(filter as never)).rejects.toMatchObject({ name: 'MongoServerError' });
    expect(await raw().countDocuments({})).toBe(1);
  });
});

describe('addresses', () => {
  it('that are no files go to the driver of MongoDB', async () => {
    const elsewhere = embeddedMongoose().createConnection('mongodb://127.0.0.1:1/none', {
      serverSelectionTimeoutMS: 50,
    });
    await expect(elsewhere.asPromise()).rejects.toMatchObject({ name: 'MongooseServerSelectionError' });
    await elsewhere.close();
  });

  it('of a folder that is not there are refused', async () => {
    const missing = embeddedMongoose().createConnection('file:/nowhere/at/all/desk.db');
    await expect(missing.asPromise()).rejects.toThrow('cannot be opened');
  });
});
