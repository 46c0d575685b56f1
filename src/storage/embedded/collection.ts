import type { Aggregate } from './aggregate/aggregation.js';
import { sortEntries } from './bson/sort.js';
import { received, type Doc } from './bson/values.js';
import { compileFilter } from './match/filter.js';
import { IndexedCollection } from './indexed-collection.js';
import { count, distinct } from './read/count.js';
import { Cursor, inOnePiece } from './read/cursor.js';
import { find, FindCursor, type FindOptions } from './read/find.js';
import { compileProjection } from './read/projection.js';
import type { Absent } from './bson/plain-copy.js';
import type { GroupCommit } from './sql/group-commit.js';
import type { Catalog } from './table/catalog.js';
import type { Table } from './table/table.js';
import { DriverCollection, refuseOtherMethods } from './unsupported.js';
import {
  checkOptions,
  checkReplacement,
  checkUpdate,
  filterOf,
  targetOf,
  type WriteTarget,
} from './write/arguments.js';
import { bulkOperations, storable } from './write/bulk-operations.js';
import { bulkWrite, type BulkResult } from './write/bulk-write.js';
import { remove, replacing, update, updateReturning, updating, type Edit, type UpdateResult } from './write/mutate.js';

interface DeleteResult {
  readonly acknowledged: true;
  readonly deletedCount: number;
}

/** One collection with the methods of the mongodb driver that mongoose calls; all others throw and name themselves. */
export class EmbeddedCollection extends IndexedCollection {
  constructor(
    collectionName: string,
    namespace: string,
    catalog: Catalog,
    commits: GroupCommit,
    private readonly runPipeline: Aggregate,
    private readonly absent: Absent,
  ) {
    super(collectionName, namespace, catalog, commits);
  }

  find(filter?: Doc, options: Doc = {}): FindCursor {
    checkOptions(options);
    return new FindCursor(this.options(filter, options), () => this.table, this.commits);
  }

  async findOne(filter?: Doc, options: Doc = {}): Promise<Doc | null> {
    checkOptions(options);
    const one = { ...this.options(filter, options), limit: 1 };
    return this.commits.read(() => find(this.table, one)[0] ?? null);
  }

  async countDocuments(filter?: Doc, options: Doc = {}): Promise<number> {
    checkOptions(options);
    const selection = this.options(filter, options);
    return this.commits.read(() => (this.table ? count(this.table, selection) : 0));
  }

  async estimatedDocumentCount(): Promise<number> {
    return this.commits.read(() => (this.table ? count(this.table, { filter: {} }) : 0));
  }

  async distinct(path: string, filter?: Doc, options: Doc = {}): Promise<unknown[]> {
    checkOptions(options);
    const wanted = filterOf(filter, this.absent);
    return this.commits.read(() => (this.table ? distinct(this.table, path, wanted) : []));
  }

  aggregate(pipeline: Doc[] = [], options: Doc = {}): Cursor<Doc> {
    checkOptions(options);
    const stages = received(pipeline, this.absent);
    return new Cursor(inOnePiece(() => this.commits.read(() => this.runPipeline(this.table, stages))));
  }

  async insertOne(document: Doc, options?: Doc): Promise<{ acknowledged: true; insertedId: unknown }> {
    checkOptions(options);
    const table = this.catalog.ensure(this.collectionName);
    const doc = storable(document, this.absent);
    await this.commits.write(() => table.insert(doc));
    return { acknowledged: true, insertedId: document._id };
  }

  /** Throws MongoBulkWriteError; what was inserted before the refusal stays. */
  async insertMany(documents: readonly Doc[], options?: Doc): Promise<Doc> {
    const models = documents.map((document) => ({ insertOne: { document } }));
    const { insertedCount, insertedIds } = await this.bulkWrite(models, options);
    return { acknowledged: true, insertedCount, insertedIds };
  }

  /** Runs in one SQLite transaction. Throws MongoBulkWriteError; what was done before (or beside) the refusal stays. */
  async bulkWrite(models: readonly unknown[], options: Doc = {}): Promise<BulkResult> {
    checkOptions(options);
    const table = this.catalog.ensure(this.collectionName);
    const ordered = options.ordered !== false;
    const operations = bulkOperations(table, models, { ordered, absent: this.absent });
    return this.commits.write(() => table.sqlite.atomically(() => bulkWrite(operations, ordered)).result());
  }

  async updateOne(filter: Doc, changes: unknown, options?: Doc): Promise<UpdateResult> {
    return this.edit(targetOf({ ...options, filter }, this.absent), checkUpdate(changes, this.absent), false);
  }

  async updateMany(filter: Doc, changes: unknown, options?: Doc): Promise<UpdateResult> {
    return this.edit(targetOf({ ...options, filter }, this.absent), checkUpdate(changes, this.absent), true);
  }

  async replaceOne(filter: Doc, replacement: unknown, options?: Doc): Promise<UpdateResult> {
    const target = targetOf({ ...options, filter }, this.absent);
    const document = checkReplacement(replacement, this.absent, 'encoded');
    return this.write(target, (table) => update(table, target, replacing(target.filter, document), false));
  }

  async deleteOne(filter: Doc, options?: Doc): Promise<DeleteResult> {
    return this.delete(targetOf({ ...options, filter }, this.absent), false);
  }

  async deleteMany(filter: Doc, options?: Doc): Promise<DeleteResult> {
    return this.delete(targetOf({ ...options, filter }, this.absent), true);
  }

  async findOneAndUpdate(filter: Doc, changes: unknown, options: Doc = {}): Promise<unknown> {
    const target = targetOf({ ...options, filter }, this.absent);
    const plain = checkUpdate(changes, this.absent);
    return this.editOne(target, options, () => updating(target.filter, plain, target.arrayFilters));
  }

  async findOneAndReplace(filter: Doc, replacement: unknown, options: Doc = {}): Promise<unknown> {
    const target = targetOf({ ...options, filter }, this.absent);
    const document = checkReplacement(replacement, this.absent, 'returned');
    return this.editOne(target, options, () => replacing(target.filter, document));
  }

  async findOneAndDelete(filter: Doc, options: Doc = {}): Promise<unknown> {
    const target = targetOf({ ...options, filter }, this.absent);
    const project = compileProjection(projectionOf(options));
    return this.write(target, (table) => {
      const [row] = remove(table, target, false);
      const value = row ? project(row.doc) : null;
      return options.includeResultMetadata ? { value, lastErrorObject: { n: row ? 1 : 0 }, ok: 1 } : value;
    });
  }

  private options(filter: Doc | undefined, options: Doc): FindOptions {
    return {
      filter: filterOf(filter, this.absent),
      sort: sortEntries(options.sort),
      skip: Number(options.skip ?? 0),
      // A negative limit asks a server for one batch of that size.
      limit: Math.abs(Number(options.limit ?? 0)),
      projection: projectionOf(options),
    };
  }

  private get table(): Table | undefined {
    return this.catalog.find(this.collectionName);
  }

  private write<T>({ filter }: { filter: Doc }, work: (table: Table) => T): Promise<T> {
    compileFilter(filter);
    const table = this.catalog.ensure(this.collectionName);
    return this.commits.write(() => work(table));
  }

  private edit(target: WriteTarget, changes: Doc | Doc[], many: boolean): Promise<UpdateResult> {
    const edit = updating(target.filter, changes, target.arrayFilters);
    return this.write(target, (table) => update(table, target, edit, many));
  }

  private delete(target: WriteTarget, many: boolean): Promise<DeleteResult> {
    return this.write(target, (table) => ({ acknowledged: true, deletedCount: remove(table, target, many).length }));
  }

  private editOne(target: WriteTarget, options: Doc, editing: () => Edit): Promise<unknown> {
    const edit = editing();
    const project = compileProjection(projectionOf(options));
    return this.write(target, (table) => {
      const returns = options.returnDocument === 'after' ? 'after' : 'before';
      const { found, doc, upserted } = updateReturning(table, target, edit, returns);
      const value = doc && project(doc);
      if (!options.includeResultMetadata) return value;
      const isUpsert = upserted !== undefined;
      const lastErrorObject = {
        n: found || isUpsert ? 1 : 0,
        updatedExisting: found,
        ...(isUpsert ? { upserted } : {}),
      };
      return { value, lastErrorObject, ok: 1 };
    });
  }
}

refuseOtherMethods(EmbeddedCollection.prototype, DriverCollection, 'Collection');

function projectionOf({ projection }: Doc): Doc | undefined {
  return projection ? received(projection as Doc) : undefined;
}
