import fc, { type Arbitrary } from 'fast-check';
import { leaf } from './arbitrary-filters.js';
import type { AnyDoc } from './both-engines.js';

const groupKey = fc.constantFrom('$n', '$s', '$w', '$d.x', '$none', null);
const stages: Arbitrary<AnyDoc> = fc.oneof(
  leaf.map((filter) => ({ $match: filter })),
  fc.constant({ $unwind: '$nums' }),
  fc.constant({ $unwind: { path: '$items', preserveNullAndEmptyArrays: true } }),
  fc.constant({ $addFields: { sum: { $sum: '$nums' }, size: { $size: { $ifNull: ['$nums', []] } } } }),
  fc.constant({ $project: { n: 1, kind: { $type: '$w' }, both: { $concat: [{ $toString: '$_id' }, '-x'] } } }),
  fc.constant({
    $project: {
      items: { $filter: { input: { $ifNull: ['$items', []] }, as: 'one', cond: { $gte: ['$$one.id', 3] } } },
    },
  }),
  fc.constant({ $set: { first: { $arrayElemAt: ['$nums', 0] }, isBig: { $cond: [{ $gt: ['$n', 2] }, 'yes', 'no'] } } }),
  fc.constant({ $unset: ['o', 'a'] }),
  fc.constantFrom({ $limit: 3 }, { $skip: 1 }),
);
const ends: Arbitrary<AnyDoc[]> = fc.oneof<Arbitrary<AnyDoc[]>[]>(
  groupKey.map((key) => [{ $group: { _id: key, n: { $sum: 1 } } }]),
  groupKey.map((key) => [
    {
      $group: {
        _id: key,
        total: { $sum: '$_id' },
        least: { $min: '$w' },
        most: { $max: '$n' },
        mean: { $avg: '$_id' },
      },
    },
  ]),
  groupKey.map((key) => [{ $group: { _id: key, ids: { $push: '$_id' }, first: { $first: '$n' } } }]),
  fc.constant([{ $group: { _id: { s: '$s', n: '$n' }, times: { $sum: 1 } } }]),
  fc.constant([{ $sortByCount: '$s' }]),
  fc.constant([
    {
      $facet: {
        some: [{ $match: { n: { $gte: 3 } } }, { $group: { _id: null, n: { $sum: 1 } } }],
        all: [{ $group: { _id: null, n: { $sum: 1 } } }],
      },
    },
  ]),
  fc.constant([{ $bucket: { groupBy: '$_id', boundaries: [0, 3, 6], default: 'more', output: { n: { $sum: 1 } } } }]),
  fc.constant([
    { $lookup: { from: 'looses', localField: 'n', foreignField: '_id', as: 'found' } },
    { $project: { found: { $map: { input: '$found', as: 'one', in: '$$one._id' } } } },
  ]),
  fc.constant([
    { $match: { 'nums.0': { $exists: true } } },
    { $lookup: { from: 'looses', localField: 'nums', foreignField: 'n', as: 'found' } },
    { $project: { found: { $map: { input: '$found', as: 'one', in: '$$one._id' } } } },
  ]),
  fc.constant([]),
);

/** Pipelines over documents in the order of their ids, so that the order of answers is not chance. */
export const pipelines: Arbitrary<AnyDoc[]> = fc
  .tuple(fc.option(leaf, { nil: undefined }), fc.boolean(), fc.array(stages, { maxLength: 2 }), ends)
  .map(([filter, ordered, middle, end]) => [
    ...(filter ? [{ $match: filter }] : []),
    ...(ordered || middle.length > 0 || !isCount(end) ? [{ $sort: { _id: 1 } }] : []),
    ...middle,
    ...end,
  ]);

function isCount([stage]: AnyDoc[]): boolean {
  return stage !== undefined && '$group' in stage && Object.keys(stage.$group as AnyDoc).join() === '_id,n';
}

/** Rows in one order where a server gives groups and joined documents in any. */
export function inOneOrder(pipeline: AnyDoc[], rows: AnyDoc[]): unknown[] {
  const joined = rows.map((row) => (Array.isArray(row.found) ? { ...row, found: row.found.toSorted() } : row));
  const isUnordered = pipeline.some((stage) => '$group' in stage || '$sortByCount' in stage);
  return isUnordered ? joined.map((row) => JSON.stringify(row)).sort() : joined;
}
