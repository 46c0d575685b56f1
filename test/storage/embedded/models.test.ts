import { Schema, Types, type InferSchemaType, type Model } from 'mongoose';
import { openDesk, type EmbeddedDesk } from './support/embedded-desk.js';

const timelineEntry = new Schema({ at: Date, by: String, text: String }, { _id: true });

const caseSchema = new Schema(
  {
    number: { type: String, required: true, unique: true },
    stage: { type: String, index: true },
    owner: String,
    priority: Number,
    dueAt: Date,
    tags: [String],
    customer: { name: String, phone: String, address: new Schema({ city: String, zip: String }, { _id: false }) },
    timeline: [timelineEntry],
    details: Schema.Types.Mixed,
    photo: Buffer,
    handler: { type: Schema.Types.ObjectId, ref: 'Agent' },
  },
  { timestamps: true, optimisticConcurrency: true },
);
caseSchema.index({ stage: 1, dueAt: 1 });
caseSchema.index(
  { 'customer.phone': 1 },
  { unique: true, partialFilterExpression: { 'customer.phone': { $exists: true } } },
);

let desk: EmbeddedDesk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.discard());

type Case = InferSchemaType<typeof caseSchema>;
const caseModel = (): Model<Case> =>
  (desk.connection.models.Case as Model<Case> | undefined) ?? desk.connection.model<Case>('Case', caseSchema);

describe('mongoose models on the embedded engine', () => {
  it('keeps a document over a restart, with its subdocuments, dates, bytes and timestamps', async () => {
    const at = new Date('2026-03-01T08:00:00Z');
    const made = await caseModel().create({
      number: 'C-1',
      stage: 'open',
      dueAt: at,
      tags: ['cold food', 'rude'],
      customer: { name: '王小明 🙂', phone: '+86 10', address: { city: '北京', zip: '100000' } },
      timeline: [{ at, by: 'bot', text: 'opened' }],
      photo: Buffer.from([0, 1, 255]),
      details: { room: 12, nested: { list: [1, { two: 2 }] } },
    });
    await desk.reopen();
    const found = await caseModel().findOne({ number: 'C-1' });
    expect(found!.toObject()).toEqual(made.toObject());
    expect(found!.createdAt).toBeInstanceOf(Date);
    expect([...found!.photo!]).toEqual([0, 1, 255]);
    expect(found!.timeline[0]!._id).toBeInstanceOf(Types.ObjectId);
  });

  it('refuses a stale save (optimistic concurrency)', async () => {
    const Case = caseModel();
    await Case.create({ number: 'C-1', stage: 'open' });
    const [first, second] = [await Case.findOne({ number: 'C-1' }), await Case.findOne({ number: 'C-1' })];
    first!.stage = 'assigned';
    await first!.save();
    second!.stage = 'closed';
    await expect(second!.save()).rejects.toMatchObject({ name: 'VersionError' });
    expect((await Case.findOne({ number: 'C-1' }))!.stage).toBe('assigned');
  });

  it('saves changed arrays of subdocuments', async () => {
    const Case = caseModel();
    const one = await Case.create({ number: 'C-1', timeline: [{ by: 'a' }, { by: 'b' }] });
    one.timeline.push({ by: 'c' });
    one.timeline[0]!.text = 'changed';
    await one.save();
    one.timeline.pull(one.timeline[1]!._id);
    await one.save();
    const found = await Case.findOne({ number: 'C-1' });
    expect(found!.timeline.map(({ by, text }) => [by, text])).toEqual([
      ['a', 'changed'],
      ['c', undefined],
    ]);
  });

  it('takes a subdocument out of one document as a filter for another', async () => {
    const Case = caseModel();
    const one = await Case.create({ number: 'C-1', customer: { address: { city: 'Taipei', zip: '100' } } });
    expect(await Case.countDocuments({ 'customer.address': one.customer!.address! })).toBe(1);
  });

  it('populates references', async () => {
    const Agent = desk.connection.model('Agent', new Schema({ name: String }));
    const agent = await Agent.create({ name: 'Lin' });
    await caseModel().create({ number: 'C-1', handler: agent._id });
    const found = await caseModel().findOne({ number: 'C-1' }).populate<{ handler: { name: string } }>('handler');
    expect(found!.handler.name).toBe('Lin');
  });

  it('walks a cursor over many documents, sorted, while they are written to', async () => {
    const Case = caseModel();
    await Case.insertMany(
      Array.from({ length: 450 }, (_, at) => ({ number: `C-${at}`, priority: at, dueAt: new Date(at) })),
    );
    const seen: number[] = [];
    for await (const one of Case.find({ priority: { $gte: 10 } }).sort({ number: 1 })) {
      seen.push(one.priority!);
      await Case.updateOne({ _id: one._id }, { $set: { owner: 'seen' } });
    }
    expect(seen).toHaveLength(440);
    expect(new Set(seen).size).toBe(440);
    expect(await Case.countDocuments({ owner: 'seen' })).toBe(440);
  });

  it('pages with sort, skip, limit and projection', async () => {
    const Case = caseModel();
    await Case.insertMany(
      Array.from({ length: 20 }, (_, at) => ({ number: `C-${at}`, stage: 'open', dueAt: new Date(1000 - at) })),
    );
    const page = await Case.find({ stage: 'open' }).sort({ dueAt: 1 }).skip(5).limit(3).select('number -_id').lean();
    expect(page).toEqual([{ number: 'C-14' }, { number: 'C-13' }, { number: 'C-12' }]);
  });

  it('answers exists, distinct, countDocuments, estimatedDocumentCount', async () => {
    const Case = caseModel();
    await Case.create([
      { number: '1', stage: 'open', tags: ['a', 'b'] },
      { number: '2', stage: 'open' },
      { number: '3', stage: null, tags: ['b'] },
    ]);
    expect(await Case.exists({ stage: 'open' })).not.toBeNull();
    expect((await Case.distinct('stage')).sort()).toEqual([null, 'open']);
    expect((await Case.distinct('tags', { stage: 'open' })).sort()).toEqual(['a', 'b']);
    expect(await Case.countDocuments({ stage: null })).toBe(1);
    expect(await Case.estimatedDocumentCount()).toBe(3);
  });

  it('upserts with $setOnInsert and timestamps, once', async () => {
    const Case = caseModel();
    const upsert = () =>
      Case.findOneAndUpdate(
        { number: 'C-1' },
        { $setOnInsert: { stage: 'open' }, $inc: { priority: 1 } },
        { upsert: true, returnDocument: 'after' },
      );
    await upsert();
    const again = await upsert();
    expect(again).toMatchObject({ number: 'C-1', stage: 'open', priority: 2 });
    expect(again!.createdAt).toBeInstanceOf(Date);
    expect(await Case.countDocuments()).toBe(1);
  });

  it('stores null for undefined and looks for null by it, as the mongodb driver does', async () => {
    const { collection } = caseModel();
    await collection.insertMany([
      { number: '1', stage: undefined },
      { number: '2', stage: 'open' },
    ]);
    expect(await collection.findOne({ number: '1' })).toMatchObject({ stage: null });
    expect(await collection.countDocuments({ stage: undefined })).toBe(1);
    expect(await collection.deleteMany({ stage: undefined })).toMatchObject({ deletedCount: 1 });
  });

  it('finds and deletes, finds and replaces', async () => {
    const Case = caseModel();
    await Case.create([
      { number: '1', priority: 2 },
      { number: '2', priority: 1 },
    ]);
    expect((await Case.findOneAndDelete({}).sort({ priority: 1 }))!.number).toBe('2');
    const before = await Case.findOneAndReplace({ number: '1' }, { number: '1', stage: 'new' });
    expect(before!.priority).toBe(2);
    expect(await Case.findOne({ number: '1' }).lean()).toMatchObject({ _id: before!._id, stage: 'new' });
    expect((await Case.findOne({ number: '1' }).lean())!.priority).toBeUndefined();
  });

  it('joins with $lookup and groups', async () => {
    const Agent = desk.connection.model('Agent', new Schema({ name: String }));
    const [lin, wu] = await Agent.create([{ name: 'Lin' }, { name: 'Wu' }]);
    await caseModel().create([
      { number: '1', handler: lin!._id, priority: 1 },
      { number: '2', handler: lin!._id, priority: 4 },
      { number: '3', handler: wu!._id },
    ]);
    const rows = await caseModel().aggregate<{ name: string; total: number }>([
      { $match: { priority: { $gte: 1 } } },
      { $lookup: { from: 'agents', localField: 'handler', foreignField: '_id', as: 'agent' } },
      { $unwind: '$agent' },
      { $group: { _id: '$agent.name', total: { $sum: '$priority' } } },
      { $project: { _id: 0, name: '$_id', total: 1 } },
    ]);
    expect(rows).toEqual([{ name: 'Lin', total: 5 }]);
  });

  it('closes cleanly, and only once', async () => {
    await caseModel().create({ number: '1' });
    await desk.connection.close();
    expect(desk.connection.readyState).toBe(0);
    await desk.connection.close();
    await desk.reopen();
  });
});
