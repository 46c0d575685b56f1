import mongoose from 'mongoose';
import { sortEntries, type SortEntry } from '../bson/sort.js';
import type { Absent } from '../bson/plain-copy.js';
import { isPlain, received, receivedToStore, type Doc } from '../bson/values.js';
import { UnsupportedByEmbeddedEngine } from '../errors.js';

const { MongoInvalidArgumentError } = mongoose.mongo;

/** Options that would change the answer and that only a server can honour. */
const unsupported = [
  'session',
  'collation',
  'let',
  'explain',
  'tailable',
  'awaitData',
  'min',
  'max',
  'returnKey',
  'showRecordId',
  'timeseries',
  'readPreferenceTags',
];

/** Throws when an option asks for something the engine would have to ignore. */
export function checkOptions(options: Doc | undefined | null): void {
  for (const name of unsupported) {
    const value = options?.[name];
    if (value !== undefined && value !== null && value !== false)
      throw new UnsupportedByEmbeddedEngine(`the option ${name}`);
  }
}

/** A filter as the server would receive it. */
export function filterOf(filter: unknown, absent: Absent): Doc {
  const plain = received(filter ?? {}, absent);
  if (!isPlain(plain)) throw new MongoInvalidArgumentError('The filter must be a document');
  return plain;
}

export interface WriteTarget {
  readonly filter: Doc;
  readonly sort: SortEntry[];
  readonly upsert: boolean;
  readonly arrayFilters?: Doc[];
}

/** What a write is aimed at, out of the driver's options. */
export function targetOf({ filter, ...options }: Doc, absent: Absent): WriteTarget {
  checkOptions(options);
  const arrayFilters = options.arrayFilters as Doc[] | undefined;
  return {
    filter: filterOf(filter, absent),
    sort: sortEntries(options.sort),
    upsert: Boolean(options.upsert),
    ...(arrayFilters ? { arrayFilters: received(arrayFilters, absent) } : {}),
  };
}

/** The driver's own check: an update is operators or a pipeline. */
export function checkUpdate(update: unknown, absent: Absent): Doc | Doc[] {
  const plain = received(update, absent) as Doc | Doc[];
  const keys = Array.isArray(plain)
    ? plain.flatMap((stage) => Object.keys(stage))
    : isPlain(plain)
      ? Object.keys(plain)
      : [];
  if (!keys.every((key) => key.startsWith('$')) || keys.length === 0) {
    throw new MongoInvalidArgumentError('Update document requires atomic operators');
  }
  return plain;
}

/** The driver's own check: a replacement is a plain document. `kept`: it is encoded at once and goes nowhere else. */
export function checkReplacement(replacement: unknown, absent: Absent, kept: 'encoded' | 'returned'): Doc {
  const plain = kept === 'encoded' ? receivedToStore(replacement, absent) : received(replacement, absent);
  if (!isPlain(plain) || Object.keys(plain).some((key) => key.startsWith('$'))) {
    throw new MongoInvalidArgumentError('Replacement document must not contain atomic operators');
  }
  return plain;
}
