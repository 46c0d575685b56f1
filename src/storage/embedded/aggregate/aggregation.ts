import { Aggregator } from 'mingo/aggregator';
import { sortEntries, type SortEntry } from '../bson/sort.js';
import { answered, isPlain, type Doc } from '../bson/values.js';
import { serverError } from '../errors.js';
import { count, countByValue } from '../read/count.js';
import { select } from '../read/select.js';
import type { Table } from '../table/table.js';
import { expressionOptions } from './expressions.js';
import type { FindDocs } from './lookup.js';
import { mingoAnswer } from './mingo-errors.js';
import { stageContext } from './stages.js';

export type Aggregate = (table: Table | undefined, pipeline: Doc[]) => Doc[];

/** Runs pipelines over one database: SQL does what it can of the first stages, mingo the rest. */
export function aggregation(find: FindDocs): Aggregate {
  const options = {
    ...expressionOptions,
    context: stageContext(find),
    collectionResolver: (name: string) => find(name, {}),
  };
  return (table, pipeline) => {
    if (!pipeline.every((stage) => isPlain(stage) && Object.keys(stage).length === 1)) {
      throw serverError('BadValue', 'A pipeline stage specification object must contain exactly one field.');
    }
    const { docs, rest } = table ? start(table, pipeline) : { docs: [], rest: pipeline };
    return mingoAnswer(() => new Aggregator(rest, options).run<Doc>(docs)).map(answered);
  };
}

interface Started {
  readonly docs: Doc[];
  readonly rest: Doc[];
}

/** The documents after the stages that the table itself can answer. */
function start(table: Table, pipeline: Doc[]): Started {
  const matches = leading(pipeline, '$match');
  const filter = matches.length === 1 ? (matches[0] as Doc) : matches.length === 0 ? {} : { $and: matches };
  const rest = pipeline.slice(matches.length);
  const counted = countedGroups(table, filter, rest[0]);
  if (counted) return { docs: counted, rest: rest.slice(1) };
  return page(table, filter, rest);
}

function leading(pipeline: Doc[], name: string): unknown[] {
  const end = pipeline.findIndex((stage) => !(name in stage));
  return pipeline.slice(0, end === -1 ? pipeline.length : end).map((stage) => stage[name]);
}

function page(table: Table, filter: Doc, rest: Doc[]): Started {
  let taken = 0;
  const take = (name: string): unknown => {
    const stage = rest[taken];
    if (!stage || !(name in stage)) return undefined;
    taken += 1;
    return stage[name];
  };
  const sort: SortEntry[] = sortEntries(take('$sort'));
  const skip = take('$skip');
  const limit = take('$limit');
  if (skip !== undefined && !(Number.isInteger(skip) && (skip as number) >= 0))
    throw serverError('BadValue', 'invalid argument to $skip stage');
  if (limit !== undefined && !(Number.isInteger(limit) && (limit as number) > 0))
    throw serverError('BadValue', 'the limit must be positive');
  const rows = select(table, { filter, sort, skip: skip as number | undefined, limit: limit as number | undefined });
  return { docs: rows.map(({ doc }) => doc), rest: rest.slice(taken) };
}

/** `$count`, and `$group` by one path or by nothing with counts only, out of the columns. */
function countedGroups(table: Table, filter: Doc, stage: Doc | undefined): Doc[] | undefined {
  if (typeof stage?.$count === 'string') {
    const total = count(table, { filter });
    return total === 0 ? [] : [{ [stage.$count]: total }];
  }
  const group = stage?.$group;
  if (!isPlain(group)) return undefined;
  const { _id: by, ...accumulators } = group;
  const units = Object.entries(accumulators).map(([name, accumulator]) => [name, unitOf(accumulator)] as const);
  if (!('_id' in group) || units.some(([, unit]) => unit === undefined)) return undefined;
  const counts = (times: number): Doc => Object.fromEntries(units.map(([name, unit]) => [name, unit! * times]));
  if (by === null) {
    const total = count(table, { filter });
    return total === 0 ? [] : [{ _id: null, ...counts(total) }];
  }
  if (typeof by !== 'string' || !/^\$[^$]/.test(by)) return undefined;
  return countByValue(table, filter, by.slice(1))?.map(({ value, count: times }) => ({ _id: value, ...counts(times) }));
}

/** What one document adds: `{$sum: 1}` and `{$count: {}}` count, anything else is not a count. */
function unitOf(accumulator: unknown): number | undefined {
  if (!isPlain(accumulator) || Object.keys(accumulator).length !== 1) return undefined;
  if (Number.isInteger(accumulator.$sum)) return accumulator.$sum as number;
  return isPlain(accumulator.$count) && Object.keys(accumulator.$count).length === 0 ? 1 : undefined;
}
