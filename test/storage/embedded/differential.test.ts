import fc, { type Arbitrary } from 'fast-check';
import type { Model } from 'mongoose';
import { documents } from './support/arbitrary-documents.js';
import { filters, pages, projections, sorts, upsertFilters } from './support/arbitrary-filters.js';
import { inOneOrder, pipelines } from './support/arbitrary-pipelines.js';
import {
  arrayWideUpdates,
  bulkWrites,
  filteredUpdates,
  modifications,
  positionalUpdates,
} from './support/arbitrary-updates.js';
import { openBoth, type AnyDoc, type BothEngines, type Work } from './support/both-engines.js';

const uri = process.env.MONGODB_URI;
/** More of them with DIFFERENTIAL_RUNS=1000. */
const runs = Number(process.env.DIFFERENTIAL_RUNS ?? 15);
const PATIENCE_MS = 10_000 + runs * 4_000;
if (!uri) console.info('skipped: MONGODB_URI is not set');

(uri ? describe : describe.skip)('the embedded engine answers as the MongoDB server does', () => {
  let both: BothEngines;

  beforeAll(async () => {
    both = await openBoth(uri!);
  });
  afterAll(() => both.close());

  /** Any operation on any documents; two refused parts of one operation may be refused in either order. */
  async function agree<Operation>(
    operations: Arbitrary<Operation>,
    work: (operation: Operation) => Work,
    numRuns = runs,
  ): Promise<void> {
    const property = fc.asyncProperty(documents, operations, async (docs, operation) => {
      expect(await both.difference(docs, work(operation))).toBeUndefined();
    });
    await fc.assert(property, { numRuns });
  }

  it(
    'for finds, sorted and paged',
    async () => {
      const finds = fc.record({ filter: filters, sort: sorts, page: pages });
      await agree(
        finds,
        ({ filter, sort, page }) =>
          (model) =>
            model.find(filter).sort(sort).skip(page.skip).limit(page.limit).lean(),
        runs * 3,
      );
    },
    PATIENCE_MS,
  );

  it(
    'for projections',
    async () => {
      await agree(
        projections,
        (projection) => (model) =>
          model
            .find({}, projection as Record<string, 0 | 1>)
            .sort({ _id: 1 })
            .lean(),
      );
    },
    PATIENCE_MS,
  );

  it(
    'for counts and distinct values',
    async () => {
      const paths = fc.constantFrom('n', 's', 'w', 'd.x', 'nums', 'o.list', 'a');
      await agree(fc.tuple(filters, paths), ([filter, path]) => async (model) => {
        const values = (await model.distinct(path, filter)) as unknown[];
        return {
          count: await model.countDocuments(filter),
          distinct: values.map((value) => JSON.stringify(value)).sort(),
        };
      });
    },
    PATIENCE_MS,
  );

  it(
    'for updates of many',
    async () => {
      await agree(
        fc.tuple(filters, modifications),
        ([filter, update]) =>
          async (model) => {
            const { matchedCount, modifiedCount } = await model.collection.updateMany(filter, update);
            return { matchedCount, modifiedCount, docs: await all(model) };
          },
        runs * 3,
      );
    },
    PATIENCE_MS,
  );

  it(
    'for upserts of one document',
    async () => {
      await agree(fc.tuple(upsertFilters, modifications), ([filter, update]) => async (model) => {
        const change = { ...update, $setOnInsert: { ...(update.$setOnInsert as AnyDoc | undefined), inserted: true } };
        const options = { upsert: true, sort: { _id: -1 }, returnDocument: 'after' } as const;
        const found = await model.collection.findOneAndUpdate(filter, change, options);
        const { _id, ...fields } = found as unknown as AnyDoc;
        return { fields, id: typeof _id === 'number' ? _id : 'made' };
      });
    },
    PATIENCE_MS,
  );

  it(
    'for array filters and positional updates',
    async () => {
      const changes = fc.record({ wide: arrayWideUpdates, filtered: filteredUpdates, positional: positionalUpdates });
      await agree(changes, ({ wide, filtered, positional }) => async (model) => {
        await model.collection.updateMany({ items: { $exists: true } }, wide);
        await model.collection.updateMany({ items: { $exists: true } }, filtered.update, {
          arrayFilters: [filtered.arrayFilter],
        });
        await model.collection.updateMany(positional.filter, positional.update);
        return all(model);
      });
    },
    PATIENCE_MS,
  );

  it(
    'for replacements, deletions and bulk writes',
    async () => {
      await agree(bulkWrites, ({ models, ordered }) => async (model) => {
        const result = await model.collection.bulkWrite(models as never, { ordered }).catch((error: unknown) => error);
        const { code, ...counts } = countsOf(result as AnyDoc);
        if (code === 'UNSUPPORTED_BY_EMBEDDED_ENGINE') throw result as Error; // refused by name, which is allowed
        // A refused updateMany leaves what it reached on a server, and nothing on the embedded engine.
        const comparable = code === undefined || code === 11000;
        return comparable ? { code, ...counts, docs: await all(model) } : { code };
      });
    },
    PATIENCE_MS,
  );

  it(
    'for aggregations',
    async () => {
      await agree(
        pipelines,
        (pipeline) => async (model) => {
          return inOneOrder(pipeline, await model.aggregate<AnyDoc>(pipeline as []).catch(withoutCode));
        },
        runs * 2,
      );
    },
    PATIENCE_MS,
  );
});

async function all(model: Model<AnyDoc>): Promise<AnyDoc[]> {
  return model.find().sort({ _id: 1 }).lean();
}

function countsOf(result: AnyDoc): AnyDoc {
  const { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, code } = result;
  return { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, code };
}

/** A server has a number for each expression that fails; the embedded engine has one for all. */
function withoutCode(refusal: { name: string; code: unknown }): AnyDoc[] {
  if (refusal.name !== 'MongoServerError') throw refusal;
  return [{ refused: true }];
}
