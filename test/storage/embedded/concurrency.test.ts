import { Schema, type Model } from 'mongoose';
import { openDesk, type EmbeddedDesk } from './support/embedded-desk.js';

interface Claim {
  _id: string;
  version: number;
  holder?: string;
  n?: number;
}

let desk: EmbeddedDesk;
let claims: Model<Claim>;

beforeEach(async () => {
  desk = await openDesk();
  const schema = new Schema<Claim>({ _id: String, version: Number, holder: String, n: Number });
  schema.index({ n: 1 }, { unique: true, sparse: true });
  claims = desk.connection.model<Claim>('Claim', schema as Schema) as Model<Claim>;
  await claims.init();
});
afterEach(() => desk.discard());

/** The driver's own collection: the engine without mongoose around it. */
const raw = () => desk.connection.db!.collection<Claim>('claims');

const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

describe('operations of one turn', () => {
  it('give a claim to exactly one of fifty', async () => {
    await claims.create({ _id: 'case', version: 1 });
    const attempts = times(50, (at) =>
      claims.findOneAndUpdate(
        { _id: 'case', version: 1 },
        { $set: { holder: `agent ${at}` }, $inc: { version: 1 } },
        { returnDocument: 'after' },
      ),
    );
    const winners = (await Promise.all(attempts)).filter((won) => won !== null);
    expect(winners).toHaveLength(1);
    expect(await claims.findById('case').lean()).toEqual({
      _id: 'case',
      version: 2,
      holder: winners[0]!.holder,
      __v: 0,
    });
  });

  it('lose no increment', async () => {
    await claims.create({ _id: 'case', version: 0 });
    await Promise.all(times(100, () => claims.updateOne({ _id: 'case' }, { $inc: { version: 1 } })));
    expect((await claims.findById('case'))!.version).toBe(100);
  });

  it('let one of thirty equal insertions through', async () => {
    const outcomes = await Promise.allSettled(times(30, () => raw().insertOne({ _id: 'delivery', version: 1 })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as { code: number }] : [],
    );
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set([11000]));
  });

  it('upsert one document out of twenty', async () => {
    await Promise.all(times(20, () => claims.updateOne({ _id: 'one' }, { $inc: { version: 1 } }, { upsert: true })));
    expect(await claims.find().lean()).toMatchObject([{ _id: 'one', version: 20 }]);
  });

  it('see what those before them wrote', async () => {
    const collection = raw();
    const [, found, , gone, count] = await Promise.all([
      collection.insertOne({ _id: 'a', version: 1 }),
      collection.findOne({ _id: 'a' }),
      collection.deleteOne({ _id: 'a' }),
      collection.findOne({ _id: 'a' }),
      collection.countDocuments({}),
    ]);
    expect(found).toEqual({ _id: 'a', version: 1 });
    expect([gone, count]).toEqual([null, 0]);
  });

  it('are not undone by another one that is refused', async () => {
    await claims.create([
      { _id: 'a', version: 1, n: 1 },
      { _id: 'b', version: 1, n: 5 },
      { _id: 'c', version: 1, n: 2 },
    ]);
    const collection = raw();
    const outcomes = await Promise.allSettled([
      collection.insertOne({ _id: 'd', version: 1 }),
      collection.updateMany({ version: 1, n: { $gt: 0 } }, { $inc: { n: 4, version: 1 } }),
      collection.updateOne({ _id: 'd' }, { $set: { n: 9 } }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await desk.reopen();
    const kept = await raw().find().sort({ _id: 1 }).toArray();
    expect(kept.map(({ _id, n, version }) => [_id, n, version])).toEqual([
      ['a', 1, 1],
      ['b', 5, 1],
      ['c', 2, 1],
      ['d', 9, 1],
    ]);
  });

  it('are all kept when the desk closes at once', async () => {
    const writes = times(40, (at) => raw().insertOne({ _id: `m${at}`, version: at }));
    await desk.reopen();
    await Promise.all(writes);
    expect(await raw().countDocuments({})).toBe(40);
  });

  it('are refused after the desk has closed', async () => {
    const collection = raw();
    await desk.connection.close();
    await expect(collection.insertOne({ _id: 'late', version: 1 })).rejects.toThrow('closed');
    await expect(collection.findOne({})).rejects.toThrow('closed');
    await desk.reopen();
  });
});
