import { Context } from 'mingo/core';
import { Lazy } from 'mingo/lazy';
import * as mingoStages from 'mingo/operators/pipeline';
import * as mingoWindows from 'mingo/operators/window';
import { sortDocs, sortEntries } from '../bson/sort.js';
import type { Doc } from '../bson/values.js';
import { serverError, UnsupportedByEmbeddedEngine } from '../errors.js';
import { compileFilter } from '../match/filter.js';
import { compileProjection, isPlainProjection } from '../read/projection.js';
import { operatorContext } from './expressions.js';
import { lookupStage, type FindDocs } from './lookup.js';

const $match: typeof mingoStages.$match = (docs, filter) => docs.filter(compileFilter(filter));

const $sort: typeof mingoStages.$sort = (docs, sort) => {
  const entries = sortEntries(sort);
  if (entries.length === 0) throw serverError('BadValue', '$sort stage must have at least one sort key');
  return docs.transform((items) => Lazy(sortDocs(items as Doc[], entries, (doc) => doc)));
};

const $project: typeof mingoStages.$project = (docs, projection, options) =>
  isPlainProjection(projection)
    ? docs.map(compileProjection(projection))
    : mingoStages.$project(docs, projection, options).map(idFirst);

function idFirst(doc: Doc): Doc {
  return '_id' in doc ? { _id: doc._id, ...doc } : doc;
}

/** As a server does it: a `$group` by the bucket's lower boundary, so that empty buckets are not told. */
const $bucket: typeof mingoStages.$bucket = (docs, { groupBy, boundaries, default: other, output }, options) => {
  const branches = boundaries.slice(0, -1).map((low, at) => ({
    case: { $and: [{ $gte: [groupBy, { $literal: low }] }, { $lt: [groupBy, { $literal: boundaries[at + 1] }] }] },
    then: { $literal: low },
  }));
  const _id = { $switch: other === undefined ? { branches } : { branches, default: { $literal: other } } };
  const grouped = mingoStages.$group(docs, { _id, ...(output ?? { count: { $sum: 1 } }) }, options);
  return $sort(grouped, { _id: 1 }, options);
};

/** Nothing to count gives no document, as a server's `$group` by nothing. */
const $count: typeof mingoStages.$count = (docs, field, options) => {
  const counted = mingoStages.$group(docs, { _id: null, [field]: { $sum: 1 } }, options);
  return counted.map(({ _id, ...fields }: Doc) => fields);
};

function refused(name: string): () => never {
  return () => {
    throw new UnsupportedByEmbeddedEngine(`the aggregation stage ${name}`);
  };
}

/** mingo's stages, with the engine's own filter, order and join in place of mingo's. */
export function stageContext(find: FindDocs): Context {
  const { default: _stages, ...stages } = mingoStages as unknown as Doc;
  const { default: _windows, ...windows } = mingoWindows as unknown as Doc;
  const own = {
    $match,
    $sort,
    $project,
    $bucket,
    $count,
    $lookup: lookupStage(find, mingoStages.$lookup),
    $out: refused('$out'),
    $merge: refused('$merge'),
  };
  return Context.from(operatorContext)
    .addPipelineOps({ ...stages, ...own } as Parameters<Context['addPipelineOps']>[0])
    .addWindowOps(windows as Parameters<Context['addWindowOps']>[0]);
}
