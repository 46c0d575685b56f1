import type * as mingoStages from 'mingo/operators/pipeline';
import { Lazy } from 'mingo/lazy';
import { bucketOf } from '../bson/order.js';
import { parts, someValueAt } from '../bson/paths.js';
import type { Doc } from '../bson/values.js';
import { compileFilter } from '../match/filter.js';
import { modify } from '../update/modify.js';

/** Reads documents of another collection of the same database. */
export type FindDocs = (collection: string, filter: Doc) => Doc[];

type Lookup = typeof mingoStages.$lookup;

/** `$lookup` by equal fields asks the other collection for the wanted values only; any other form is mingo's. */
export function lookupStage(find: FindDocs, otherForms: Lookup): Lookup {
  return (docs, spec, options) => {
    const { from, localField, foreignField, as, pipeline, let: variables } = spec;
    const byEquality = typeof from === 'string' && localField && foreignField && !pipeline && !variables;
    if (!byEquality) return otherForms(docs, spec, options);
    return docs.transform((items) => Lazy(join(items as Doc[], { from, localField, foreignField, as }, find)));
  };
}

interface Join {
  readonly from: string;
  readonly localField: string;
  readonly foreignField: string;
  readonly as: string;
}

function join(locals: Doc[], { from, localField, foreignField, as }: Join, find: FindDocs): Doc[] {
  const wanted = locals.map((local) => localValues(local, localField));
  const foreign = find(from, { [foreignField]: { $in: differing(wanted.flat()) } });
  const byBucket = buckets(foreign, foreignField);
  return locals.map((local, place) => {
    const values = wanted[place]!;
    const candidates = new Set(values.flatMap((value) => byBucket.get(bucketOf(value)) ?? []));
    const joins = compileFilter({ [foreignField]: { $in: values } });
    const matches = [...candidates].filter((at) => joins(foreign[at]!)).sort((a, b) => a - b);
    const found = matches.map((at) => foreign[at]!);
    modify(local, as.split('.'), true, () => found);
    return local;
  });
}

/** An array stands for its elements, a missing value for null. */
function localValues(local: Doc, path: string): unknown[] {
  const values: unknown[] = [];
  someValueAt(local, parts(path), 'whole', (value) => {
    values.push(...(Array.isArray(value) ? (value as unknown[]) : [value ?? null]));
    return false;
  });
  return values;
}

function differing(values: unknown[]): unknown[] {
  return [...new Map(values.map((value) => [value instanceof Object ? value : bucketOf(value), value])).values()];
}

/** The places of the documents that hold a value, by its bucket. */
function buckets(docs: Doc[], path: string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [at, doc] of docs.entries()) {
    someValueAt(doc, parts(path), 'elements', (value) => {
      const bucket = bucketOf(value);
      const alike = found.get(bucket);
      if (alike) alike.push(at);
      else found.set(bucket, [at]);
      return false;
    });
  }
  return found;
}
