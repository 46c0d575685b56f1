import fc from 'fast-check';
import mongoose, { Schema, type Model } from 'mongoose';
import { documents } from './support/arbitrary-documents.js';
import { filters, pages, sorts } from './support/arbitrary-filters.js';
import type { AnyDoc } from './support/both-engines.js';
import { openDesk, type EmbeddedDesk } from './support/embedded-desk.js';

const { EJSON } = mongoose.mongo.BSON;

/** Properties are many small runs; a busy machine takes its time. */
const PATIENCE_MS = 90_000;

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
    await store(model, docs);
    answers.push(EJSON.stringify({ answer: await ask(model) }));
  }
  expect(answers[0]).toBe(answers[1]);
}

async function store(model: Model<AnyDoc>, docs: AnyDoc[]): Promise<void> {
  await model.collection.deleteMany({});
  await model.collection.insertMany(docs.map(plainIds) as never[]);
}

/** Copies of their own for each model; an ObjectId becomes its text, which serves as well here. */
function plainIds(doc: AnyDoc): AnyDoc {
  return JSON.parse(JSON.stringify(doc), (key, value: unknown) =>
    /^\d{4}-\d\d-\d\dT/.test(String(value)) ? new Date(String(value)) : value,
  ) as AnyDoc;
}

describe('an index changes how fast the answer is, never the answer', () => {
  it(
    'of finds, sorted and paged',
    async () => {
      await fc.assert(
        fc.asyncProperty(documents, filters, sorts, pages, (docs, filter, sort, { skip, limit }) =>
          sameAnswer(docs, (model) => model.find(filter).sort(sort).skip(skip).limit(limit).lean()),
        ),
        { numRuns: 120 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'of counts, distinct values and groups',
    async () => {
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
    },
    PATIENCE_MS,
  );

  it(
    'of deletions',
    async () => {
      await fc.assert(
        fc.asyncProperty(documents, filters, (docs, filter) =>
          sameAnswer(docs, async (model) => {
            const { deletedCount } = await model.deleteMany(filter);
            return { deletedCount, left: await model.find().sort({ _id: 1 }).lean() };
          }),
        ),
        { numRuns: 40 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'of pages out of many documents, however rare the matches',
    async () => {
      const many = Array.from({ length: 2_500 }, (_, at) => {
        const n = (at * 7919) % 2_500;
        return { _id: at, n, s: n > 2_300 ? 'late' : at % 5 === 0 ? 'rare' : 'often', w: at % 3, text: `t${at % 50}` };
      });
      const asked: [AnyDoc, Record<string, 1 | -1>][] = [
        [{ s: { $in: ['rare', 'often'] } }, { w: 1, n: 1 }],
        [{ s: 'often', w: 1 }, { n: -1 }],
        [
          { s: 'rare', n: { $gt: 2_400 } },
          { w: 1, n: 1 },
        ],
        [{ w: { $gte: 1 }, text: /^t1/ }, { n: 1 }],
        [
          { s: 'rare', text: 't45' },
          { w: -1, n: 1 },
        ],
        [{ text: 't49' }, { s: 1, n: 1 }],
        [{ s: 'late' }, { n: 1 }],
        [{ s: 'late', text: /^t[1-4]/ }, { n: 1 }],
        [{ text: 'nowhere' }, { n: 1 }],
      ];
      await Promise.all([store(indexed, many), store(plain, many)]);
      for (const [filter, sort] of asked) {
        for (const [skip, limit] of [
          [0, 20],
          [30, 7],
          [2_000, 20],
        ] as const) {
          const page = (model: Model<AnyDoc>) => model.find(filter).sort(sort).skip(skip).limit(limit).lean();
          expect(await page(indexed)).toEqual(await page(plain));
        }
      }
    },
    PATIENCE_MS,
  );
});
