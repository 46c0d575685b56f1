import Database from 'libsql';
import { Schema, type Model } from 'mongoose';
import { openDesk, type EmbeddedDesk } from './support/embedded-desk.js';

type AnyDoc = Record<string, unknown>;

let desk: EmbeddedDesk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.discard());

async function cases(): Promise<Model<AnyDoc>> {
  const schema = new Schema({ _id: Number }, { strict: false, strictQuery: false });
  schema.index({ stage: 1, dueAt: 1 });
  schema.index(
    { 'customer.phone': 1 },
    { unique: true, partialFilterExpression: { 'customer.phone': { $exists: true } } },
  );
  const model = desk.connection.model<AnyDoc>('Case', schema);
  await model.init();
  return model;
}

/** Twelve cases, and then every stored document but those named is made unreadable: whoever decodes one fails. */
async function casesUnreadableBut(...readable: number[]): Promise<Model<AnyDoc>> {
  const model = await cases();
  await model.insertMany(
    Array.from({ length: 12 }, (_, at) => ({
      _id: at,
      stage: ['open', 'assigned', 'closed'][at % 3],
      dueAt: new Date(1000 * (12 - at)),
      customer: { phone: `+${at}` },
    })),
  );
  await desk.connection.close();
  const file = new Database(desk.file);
  file.exec(`UPDATE "collection:cases" SET doc = x'0500' WHERE id NOT IN (${readable.join(', ')})`);
  file.close();
  await desk.reopen();
  return cases();
}

describe('what the columns answer without reading documents', () => {
  it('counts', async () => {
    const model = await casesUnreadableBut();
    expect(await model.countDocuments({ stage: { $in: ['open', 'closed'] } })).toBe(8);
    expect(await model.countDocuments({ stage: { $ne: 'open' }, dueAt: { $lte: new Date(6000) } })).toBe(4);
    expect(await model.countDocuments({ $or: [{ stage: 'open' }, { dueAt: { $gt: new Date(9000) } }] })).toBe(6);
    expect(await model.countDocuments({ $nor: [{ stage: 'open' }], 'customer.phone': { $gt: '+5' } })).toBe(2);
    expect(await model.countDocuments({})).toBe(12);
    expect(await model.countDocuments({ stage: 'open' }).skip(1).limit(2)).toBe(2);
    expect(await model.estimatedDocumentCount()).toBe(12);
  });

  it('distinct values and groups that only count', async () => {
    const model = await casesUnreadableBut();
    expect((await model.distinct('stage', { _id: { $gt: 0 } })).sort()).toEqual(['assigned', 'closed', 'open']);
    const groups = await model.aggregate([
      { $match: { dueAt: { $gt: new Date(2000) } } },
      { $group: { _id: '$stage', n: { $sum: 1 } } },
      { $sort: { n: -1, _id: 1 } },
    ]);
    expect(groups).toEqual([
      { _id: 'open', n: 4 },
      { _id: 'assigned', n: 3 },
      { _id: 'closed', n: 3 },
    ]);
    expect(await model.aggregate([{ $match: { stage: 'open' } }, { $count: 'n' }])).toEqual([{ n: 4 }]);
    expect(await model.aggregate([{ $group: { _id: null, n: { $sum: 1 }, twice: { $sum: 2 } } }])).toEqual([
      { _id: null, n: 12, twice: 24 },
    ]);
  });

  it('which few of a sorted range are wanted', async () => {
    const model = await casesUnreadableBut(9, 6, 3);
    const due = model
      .find({ stage: 'open', dueAt: { $gte: new Date(2000), $lt: new Date(11_000) } })
      .sort({ dueAt: 1 });
    expect((await due.limit(2).lean()).map(({ _id }) => _id)).toEqual([9, 6]);
    expect((await model.findOne({ stage: 'open' }).sort({ dueAt: -1 }).skip(2).lean())!._id).toBe(6);
    const page = await model.aggregate<AnyDoc>([
      { $match: { stage: 'open' } },
      { $sort: { dueAt: 1 } },
      { $skip: 1 },
      { $limit: 1 },
    ]);
    expect(page).toMatchObject([{ _id: 6 }]);
  });

  it('which one document an indexed value means, through a partial index too', async () => {
    const model = await casesUnreadableBut(7);
    expect((await model.findOne({ 'customer.phone': '+7' }).lean())!._id).toBe(7);
    expect((await model.findOne({ _id: 7 }).lean())!.stage).toBe('assigned');
    await model.updateOne({ 'customer.phone': '+7', stage: 'assigned' }, { $set: { stage: 'closed' } });
    expect(await model.deleteOne({ 'customer.phone': { $in: ['+7'] } })).toEqual({
      acknowledged: true,
      deletedCount: 1,
    });
  });

  it('but a document that must be read is read', async () => {
    const model = await casesUnreadableBut(7);
    await expect(model.find({ note: 'x' })).rejects.toThrow();
  });
});

describe('the plan SQLite follows', () => {
  /** What SQLite would do for the WHERE and ORDER BY that the engine writes. */
  it('uses a partial index to find', async () => {
    await cases();
    await desk.connection.close();
    const file = new Database(desk.file);
    const plan = file
      .prepare(
        `EXPLAIN QUERY PLAN SELECT doc FROM "collection:cases" WHERE "path:customer.phone" = ? AND "partial:customer.phone_1" = 1`,
      )
      .all(['+1']) as { detail: string }[];
    file.close();
    await desk.reopen();
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('USING INDEX "index:cases customer.phone_1"'.replaceAll('"', '')),
    ]);
  });
});
