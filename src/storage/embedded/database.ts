import { aggregation } from './aggregate/aggregation.js';
import type { Absent } from './bson/plain-copy.js';
import type { Doc } from './bson/values.js';
import { EmbeddedCollection } from './collection.js';
import { UnsupportedByEmbeddedEngine } from './errors.js';
import { Cursor, inOnePiece } from './read/cursor.js';
import { select } from './read/select.js';
import { Checkpoints } from './sql/checkpoints.js';
import { GroupCommit } from './sql/group-commit.js';
import { Sqlite, type SqliteOptions } from './sql/sqlite.js';
import { Catalog } from './table/catalog.js';
import { sweepTable } from './table/sweep.js';
import { DriverDb, refuseOtherMethods } from './unsupported.js';

/** Options of `createCollection` that change what a collection is. */
const foreignKinds = [
  'capped',
  'timeseries',
  'viewOn',
  'validator',
  'collation',
  'encryptedFields',
  'clusteredIndex',
  'expireAfterSeconds',
];

/** One file as a database, with the methods of the driver's Db that mongoose calls. */
export class EmbeddedDatabase {
  private readonly sqlite: Sqlite;
  private readonly checkpoints: Checkpoints;
  private readonly commits: GroupCommit;
  private readonly catalog: Catalog;
  private readonly collections = new Map<string, EmbeddedCollection>();
  private readonly aggregate = aggregation((name, filter) => {
    const table = this.catalog.find(name);
    return table ? select(table, { filter }).map(({ doc }) => doc) : [];
  });

  constructor(
    file: string,
    readonly databaseName: string,
    options: SqliteOptions,
    private readonly absent: Absent,
  ) {
    this.sqlite = new Sqlite(file, options);
    this.checkpoints = new Checkpoints(file);
    this.commits = new GroupCommit(this.sqlite, this.checkpoints);
    this.catalog = new Catalog(this.sqlite, this.commits, databaseName);
  }

  collection(name: string): EmbeddedCollection {
    let collection = this.collections.get(name);
    if (!collection) {
      collection = new EmbeddedCollection(
        name,
        `${this.databaseName}.${name}`,
        this.catalog,
        this.commits,
        this.aggregate,
        this.absent,
      );
      this.collections.set(name, collection);
    }
    return collection;
  }

  async createCollection(name: string, options: Doc = {}): Promise<EmbeddedCollection> {
    const foreign = foreignKinds.find((kind) => options[kind]);
    if (foreign !== undefined) throw new UnsupportedByEmbeddedEngine(`collections with the option ${foreign}`);
    this.catalog.ensure(name);
    return this.collection(name);
  }

  async dropCollection(name: string): Promise<boolean> {
    return this.collection(name).drop();
  }

  async dropDatabase(): Promise<boolean> {
    for (const name of this.catalog.names) this.catalog.drop(name);
    return true;
  }

  listCollections(filter: { name?: string } = {}): Cursor<Doc> {
    const foreign = Object.keys(filter).find((key) => key !== 'name');
    if (foreign !== undefined || typeof (filter.name ?? '') !== 'string') {
      throw new UnsupportedByEmbeddedEngine('listing collections by anything but a name');
    }
    const names = (): string[] =>
      this.catalog.names.filter((name) => filter.name === undefined || filter.name === name);
    return new Cursor(inOnePiece(async (): Promise<Doc[]> => names().map((name) => ({ name, type: 'collection' }))));
  }

  /** Only `ping`, by which callers ask whether the storage is reachable. */
  async command(command: Doc): Promise<{ ok: 1 }> {
    const [name] = Object.keys(command);
    if (name !== 'ping') throw new UnsupportedByEmbeddedEngine(`the command ${String(name)}`);
    return this.commits.read(() => ({ ok: 1 }));
  }

  /** Removes what TTL indexes have let expire by `now`; returns how many documents went. */
  async sweepExpired(now: Date): Promise<number> {
    const tables = this.catalog.names.map((name) => this.catalog.find(name)!);
    return this.commits.write(() => tables.reduce((swept, table) => swept + sweepTable(table, now), 0));
  }

  async close(): Promise<void> {
    this.commits.close();
    await this.checkpoints.close();
    this.sqlite.close();
  }
}

refuseOtherMethods(EmbeddedDatabase.prototype, DriverDb, 'Db');
