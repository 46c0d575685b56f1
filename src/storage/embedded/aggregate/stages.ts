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
    : mingoStages.$project(docs, projection, options);

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
    $lookup: lookupStage(find, mingoStages.$lookup),
    $out: refused('$out'),
    $merge: refused('$merge'),
  };
  return Context.from(operatorContext)
    .addPipelineOps({ ...stages, ...own } as Parameters<Context['addPipelineOps']>[0])
    .addWindowOps(windows as Parameters<Context['addWindowOps']>[0]);
}
