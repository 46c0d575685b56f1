import { decode, encode, type Doc } from '../bson/values.js';
import { serverError } from '../errors.js';
import type { GroupCommit } from '../sql/group-commit.js';
import { sqlName, type Sqlite } from '../sql/sqlite.js';
import { sameIndex, type IndexDefinition } from './index-definition.js';
import { layoutOf } from './layout.js';
import { indexStatements } from './index-sql.js';
import { changeIndexes, createTable, dropIndex } from './rebuild.js';
import { Table } from './table.js';

/** Which collections and indexes the file holds. Every change is committed by itself before it is believed. */
export class Catalog {
  private readonly tables = new Map<string, Table>();

  constructor(
    private readonly sqlite: Sqlite,
    private readonly commits: GroupCommit,
    private readonly databaseName: string,
  ) {
    commits.alone(() => {
      sqlite.run('CREATE TABLE IF NOT EXISTS collections (name PRIMARY KEY)');
      sqlite.run(
        'CREATE TABLE IF NOT EXISTS indexes (collection, name, definition BLOB, PRIMARY KEY (collection, name))',
      );
    });
    for (const [name] of sqlite.rows('SELECT name FROM collections ORDER BY rowid')) this.remember(name as string);
  }

  get names(): string[] {
    return [...this.tables.keys()];
  }

  /** The collection's table, or undefined while nothing was ever written to it. */
  find(collection: string): Table | undefined {
    return this.tables.get(collection);
  }

  /** The collection's table, made when missing. Must not be called inside a write. */
  ensure(collection: string): Table {
    const existing = this.tables.get(collection);
    if (existing) return existing;
    this.commits.alone(() => {
      createTable(this.sqlite, sqlName('collection', collection), layoutOf([]));
      this.sqlite.run('INSERT INTO collections (name) VALUES (?)', [collection]);
    });
    return this.remember(collection);
  }

  /** Adds the indexes that are not there yet. Throws when one is there under another name or with other options. */
  addIndexes(collection: string, definitions: readonly IndexDefinition[]): void {
    const table = this.ensure(collection);
    const after = [...table.indexes];
    for (const definition of definitions) if (!isPresent(after, definition)) after.push(definition);
    if (after.length > table.indexes.length) this.change(table, after);
  }

  /** Drops one index by name. Throws IndexNotFound. */
  dropIndex(collection: string, name: string): void {
    const table = this.tables.get(collection);
    if (!table) throw serverError('NamespaceNotFound', `ns not found ${this.databaseName}.${collection}`);
    if (name === '_id_') throw serverError('InvalidOptions', 'cannot drop _id index');
    const kept = table.indexes.filter((index) => index.name !== name);
    if (kept.length === table.indexes.length) throw serverError('IndexNotFound', `index not found with name [${name}]`);
    this.change(table, kept);
  }

  dropAllIndexes(collection: string): void {
    const table = this.tables.get(collection);
    if (table && table.indexes.length > 0) this.change(table, []);
  }

  /** Drops a collection with its indexes; returns whether there was one. */
  drop(collection: string): boolean {
    const table = this.tables.get(collection);
    if (!table) return false;
    this.commits.alone(() => {
      for (const index of table.indexes) dropIndex(this.sqlite, indexStatements(collection, index, table.layout));
      this.sqlite.run(`DROP TABLE ${sqlName('collection', collection)}`);
      this.sqlite.run('DELETE FROM indexes WHERE collection = ?', [collection]);
      this.sqlite.run('DELETE FROM collections WHERE name = ?', [collection]);
    });
    return this.tables.delete(collection);
  }

  private change(table: Table, after: readonly IndexDefinition[]): void {
    const { collection, namespace, indexes: before } = table;
    this.commits.alone(() => {
      changeIndexes(this.sqlite, { collection, namespace, before, after });
      this.sqlite.run('DELETE FROM indexes WHERE collection = ?', [collection]);
      for (const definition of after) {
        const values = [collection, definition.name, encode({ ...definition })];
        this.sqlite.run('INSERT INTO indexes (collection, name, definition) VALUES (?, ?, ?)', values);
      }
    });
    table.useIndexes(after);
  }

  private remember(collection: string): Table {
    const stored = this.sqlite.rows('SELECT definition FROM indexes WHERE collection = ? ORDER BY rowid', [collection]);
    const indexes = stored.map(([blob]) => decode(Buffer.from(blob as ArrayBuffer)) as Doc & IndexDefinition);
    const table = new Table(this.sqlite, collection, `${this.databaseName}.${collection}`, indexes);
    this.tables.set(collection, table);
    return table;
  }
}

function isPresent(indexes: readonly IndexDefinition[], definition: IndexDefinition): boolean {
  if (Object.keys(definition.key).join() === '_id') return true;
  const sameName = indexes.find((index) => index.name === definition.name);
  if (sameName && sameIndex(sameName, definition)) return true;
  if (sameName) {
    const sameKey = JSON.stringify(sameName.key) === JSON.stringify(definition.key);
    const message = `An existing index has the same name as the requested index: ${definition.name}`;
    throw serverError(sameKey ? 'IndexOptionsConflict' : 'IndexKeySpecsConflict', message);
  }
  const twin = indexes.find((index) => sameIndex(index, definition));
  if (twin) throw serverError('IndexOptionsConflict', `Index already exists with a different name: ${twin.name}`);
  return false;
}
