import fc from 'fast-check';
import mongoose, { Schema, type Model } from 'mongoose';
import { documents } from './support/arbitrary-documents.js';
import { filters, pages, sorts } from './support/arbitrary-filters.js';
import type { AnyDoc } from './support/both-engines.js';
import { openDesk, type EmbeddedDesk } from './support/embedded-desk.js';

const { EJSON } = mongoose.mongo.BSON;

let desk: EmbeddedDesk;
let indexed: Model<AnyDoc>;
let plain: Model<AnyDoc>;

beforeAll(async () => {
  desk = await openDesk();
  const make = async (name: string, ...indexes: Parameters<Schema['index']>[]): Promise<Model<AnyDoc>> => {
    const schema = new Schema({ _id: Number }, { strict: false, strictQuery: false });
    for (const index of indexes) schema.index(...index);
    const model: Model<AnyDoc> = desk.connection.model<AnyDoc>(name, schema);
    await model.init();
    return model;
  };
  plain = await make('Plain');
  indexed = await make(
    'Indexed',
    [{ n: 1, s: -1 }],
    [{ s: 1 }],
    [{ w: 1 }, { sparse: true }],
    [{ 'd.x': -1 }, { partialFilterExpression: { 'd.x': { $gt: 2 } } }],
  );
});
afterAll(() => desk.discard());

async function sameAnswer(docs: AnyDoc[], ask: (model: Model<AnyDoc>) => Promise<unknown>): Promise<void> {
  const answers: string[] = [];
  for (const model of [indexed, plain]) {
    await model.collection.deleteMany({});
    await model.collection.insertMany(structuredClone(docs.map(plainIds)) as never[]);
    answers.push(EJSON.stringify({ answer: await ask(model) }));
  }
  expect(answers[0]).toBe(answers[1]);
}

/** structuredClone knows no ObjectIds; their text serves as well here. */
function plainIds(doc: AnyDoc): AnyDoc {
  return JSON.parse(JSON.stringify(doc), (key, value: unknown) =>
    /^\d{4}-\d\d-\d\dT/.test(String(value)) ? new Date(String(value)) : value,
  ) as AnyDoc;
}

describe('an index changes how fast the answer is, never the answer', () => {
  it('of finds, sorted and paged', async () => {
    await fc.assert(
      fc.asyncProperty(documents, filters, sorts, pages, (docs, filter, sort, { skip, limit }) =>
        sameAnswer(docs, (model) => model.find(filter).sort(sort).skip(skip).limit(limit).lean()),
      ),
      { numRuns: 120 },
    );
  });

  it('of counts, distinct values and groups', async () => {
    await fc.assert(
      fc.asyncProperty(documents, filters, fc.constantFrom('n', 's', 'w', 'd.x'), (docs, filter, path) =>
        sameAnswer(docs, async (model) => {
          const values = (await model.distinct(path, filter)) as unknown[];
          const groups = await model.aggregate([{ $match: filter }, { $group: { _id: `$${path}`, n: { $sum: 1 } } }]);
          const sorted = (list: unknown[]): string[] => list.map((value) => EJSON.stringify({ value })).sort();
          return { count: await model.countDocuments(filter), values: sorted(values), groups: sorted(groups) };
        }),
      ),
      { numRuns: 60 },
    );
  });

  it('of deletions', async () => {
    await fc.assert(
      fc.asyncProperty(documents, filters, (docs, filter) =>
        sameAnswer(docs, async (model) => {
          const { deletedCount } = await model.deleteMany(filter);
          return { deletedCount, left: await model.find().sort({ _id: 1 }).lean() };
        }),
      ),
      { numRuns: 40 },
    );
  });
});
