import type { Doc } from './bson/values.js';
import { serverError } from './errors.js';
import { Cursor, inOnePiece } from './read/cursor.js';
import type { GroupCommit } from './sql/group-commit.js';
import type { Catalog } from './table/catalog.js';
import { defineIndex } from './table/index-definition.js';
import { checkOptions } from './write/arguments.js';

/** The index side of a collection, as mongoose's `createIndexes`, `syncIndexes` and `listIndexes` call it. */
export class IndexedCollection {
  constructor(
    readonly collectionName: string,
    readonly namespace: string,
    protected readonly catalog: Catalog,
    protected readonly commits: GroupCommit,
  ) {}

  async createIndex(key: unknown, options?: Doc): Promise<string> {
    const [name] = await this.createIndexes([{ ...options, key }]);
    return name!;
  }

  /** Returns the indexes' names. Throws E11000 when the stored documents break a unique one. */
  async createIndexes(specs: readonly Doc[], options?: Doc): Promise<string[]> {
    checkOptions(options);
    const definitions = specs.map(({ key, ...index }) => defineIndex(key, index));
    this.catalog.addIndexes(this.collectionName, definitions);
    return definitions.map(({ name }) => name);
  }

  async dropIndex(name: string): Promise<void> {
    this.catalog.dropIndex(this.collectionName, name);
  }

  async dropIndexes(): Promise<boolean> {
    this.catalog.dropAllIndexes(this.collectionName);
    return true;
  }

  listIndexes(): Cursor<Doc> {
    return new Cursor(inOnePiece(() => this.indexes()));
  }

  /** Throws NamespaceNotFound while the collection does not exist. */
  async indexes(): Promise<Doc[]> {
    const table = this.catalog.find(this.collectionName);
    if (!table) throw serverError('NamespaceNotFound', `ns does not exist: ${this.namespace}`);
    return [{ v: 2, key: { _id: 1 }, name: '_id_' }, ...table.indexes.map((index) => ({ v: 2, ...index }))];
  }

  async indexExists(names: string | string[]): Promise<boolean> {
    const present = (await this.indexes()).map(({ name }) => name);
    return [names].flat().every((name) => present.includes(name));
  }

  async drop(): Promise<boolean> {
    this.catalog.drop(this.collectionName);
    return true;
  }
}
