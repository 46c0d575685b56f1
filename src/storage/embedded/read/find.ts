import { sortEntries, type SortEntry } from '../bson/sort.js';
import type { Doc } from '../bson/values.js';
import { compileFilter } from '../match/filter.js';
import type { GroupCommit } from '../sql/group-commit.js';
import { Row } from '../table/row.js';
import type { Table } from '../table/table.js';
import { Cursor, type Source } from './cursor.js';
import { compileProjection } from './projection.js';
import { plan, select } from './select.js';

export interface FindOptions {
  readonly filter: Doc;
  sort: SortEntry[];
  skip: number;
  limit: number;
  projection: Doc | undefined;
}

/** Documents read at a time by a cursor that is walked rather than emptied. */
const BATCH = 100;

type FindTable = () => Table | undefined;

/** `find`'s cursor: it can still be sorted and cut until it is first read. */
export class FindCursor extends Cursor<Doc> {
  constructor(
    private readonly options: FindOptions,
    findTable: FindTable,
    commits: GroupCommit,
  ) {
    super(findSource(options, findTable, commits));
  }

  sort(sort: unknown): this {
    this.options.sort = sortEntries(sort);
    return this;
  }

  skip(skip: number): this {
    this.options.skip = skip;
    return this;
  }

  limit(limit: number): this {
    this.options.limit = limit;
    return this;
  }

  project(projection: Doc): this {
    this.options.projection = projection;
    return this;
  }
}

/** The documents of a selection, projected. */
export function find(table: Table | undefined, options: FindOptions): Doc[] {
  const project = compileProjection(options.projection);
  if (table) return select(table, options).map(({ doc }) => project(doc));
  // Nothing was ever written; a malformed filter is an error all the same.
  compileFilter(options.filter);
  return [];
}

function findSource(options: FindOptions, findTable: FindTable, commits: GroupCommit): Source<Doc> {
  const all = (): Promise<Doc[]> => commits.read(() => find(findTable(), options));
  return { all, batches: () => batches(options, findTable, commits) };
}

/**
 * Walks a selection without holding its documents: first their places in order, then the documents batch by batch.
 * A document that is gone or changed meanwhile is read as it is, as with a server's cursor.
 */
async function* batches(options: FindOptions, findTable: FindTable, commits: GroupCommit): AsyncGenerator<Doc[]> {
  const table = findTable();
  const project = compileProjection(options.projection);
  const { where, values, order } = table ? plan(table, options) : { where: '', values: [], order: undefined };
  if (!table || order === undefined || options.skip > 0 || options.limit !== 0) {
    const docs = await commits.read(() => find(findTable(), options));
    if (docs.length > 0) yield docs;
    return;
  }
  const holds = compileFilter(options.filter);
  const places = await commits.read(() =>
    table.sqlite.rows(`SELECT seq FROM ${table.sqlName} WHERE ${where}${order}`, values),
  );
  for (let at = 0; at < places.length; at += BATCH) {
    const docs = await commits.read(() => read(table, places.slice(at, at + BATCH) as [number][]).filter(holds));
    if (docs.length > 0) yield docs.map(project);
  }
}

function read(table: Table, places: [number][]): Doc[] {
  return places.flatMap(([seq]) => {
    const row = table.sqlite.row(`SELECT seq, doc FROM ${table.sqlName} WHERE seq = ?`, [seq]);
    return row ? [new Row(row[0] as number, row[1]).doc] : [];
  });
}
