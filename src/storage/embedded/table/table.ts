import { encode, type Doc } from '../bson/values.js';
import { duplicateKeyError, UnsupportedByEmbeddedEngine } from '../errors.js';
import { isUniqueViolation, sqlName, type Sqlite, type SqlValue } from '../sql/sqlite.js';
import { columnValue, rankBound, unorderedRanks, valueAtColumn } from './column-value.js';
import { isTrigram, partialColumn, pathsOf, type IndexDefinition } from './index-definition.js';
import { ID_COLUMN, layoutOf, type Layout } from './layout.js';
import { asBound, Row } from './row.js';
import { trigramsOf, type Trigrams } from './trigrams.js';

/** What the table's indexes make of it, and the statements that follow from them. */
interface Current {
  readonly indexes: readonly IndexDefinition[];
  readonly layout: Layout;
  readonly trigrams: ReadonlyMap<string, Trigrams>;
  readonly insert: string;
  readonly byId: string;
}

const MOST_PLANS = 500;

/** What a row became, and whether that is anything else. */
export interface Rewritten {
  readonly doc: Doc;
  readonly modified: boolean;
}

/** One collection's rows: BSON with its indexed paths beside it. Must run inside a transaction when it writes. */
export class Table {
  readonly sqlName: string;
  /** By column, once looked at: whether it holds values that its bytes do not sort. */
  private readonly unordered = new Map<string, boolean>();
  /** By statement, once asked: whether SQLite sorts rows for it. */
  private readonly sorting = new Map<string, boolean>();
  private current: Current;

  constructor(
    readonly sqlite: Sqlite,
    readonly collection: string,
    /** What error messages call it: database and collection. */
    readonly namespace: string,
    indexes: readonly IndexDefinition[],
  ) {
    this.sqlName = sqlName('collection', collection);
    this.current = this.prepared(indexes);
  }

  get indexes(): readonly IndexDefinition[] {
    return this.current.indexes;
  }

  get layout(): Layout {
    return this.current.layout;
  }

  /** By path: the index that finds text inside it. */
  get trigrams(): ReadonlyMap<string, Trigrams> {
    return this.current.trigrams;
  }

  useIndexes(indexes: readonly IndexDefinition[]): void {
    this.current = this.prepared(indexes);
    this.sorting.clear();
  }

  private prepared(indexes: readonly IndexDefinition[]): Current {
    const layout = layoutOf(indexes);
    const columns = layout.columns.map(({ sql }) => sql);
    const names = [ID_COLUMN, ...columns, 'doc'];
    return {
      indexes,
      layout,
      trigrams: new Map(
        indexes.filter(isTrigram).map((index) => [pathsOf(index)[0]!, trigramsOf(this.collection, index)]),
      ),
      insert: `INSERT INTO ${this.sqlName} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      byId: `SELECT ${['seq', 'doc', ...columns].join(', ')} FROM ${this.sqlName} WHERE ${ID_COLUMN} = ?`,
    };
  }

  /** The row of an `_id`, which must be a value that a column can hold. */
  byId(id: SqlValue): Row | undefined {
    const found = this.sqlite.row(this.current.byId, [id]);
    return found && new Row(found[0] as number, found[1], found.slice(2).map(asBound));
  }

  /** Stores a new document. Throws E11000 when a unique index has its key already. */
  insert(doc: Doc): void {
    this.runInsert(this.current.insert, doc);
  }

  /** Stores a new document unless one has its `_id`; tells whether it did. Throws E11000 for every other unique index. */
  insertUnlessThere(doc: Doc): boolean {
    return this.runInsert(`${this.current.insert} ON CONFLICT (${ID_COLUMN}) DO NOTHING`, doc) === 1;
  }

  private runInsert(sql: string, doc: Doc): number {
    const { columns } = this.layout;
    if (doc._id === null) throw new UnsupportedByEmbeddedEngine('a null _id');
    const values = [columnValue(doc._id, '_id'), ...columns.map(({ of }) => of(doc)), encode(doc)];
    const inserted = this.orDuplicate(doc, undefined, () => this.sqlite.run(sql, values));
    this.noteUnordered(ID_COLUMN, values[0]!);
    for (const [at, { sql: column }] of columns.entries()) this.noteUnordered(column, values[at + 1]!);
    return inserted;
  }

  /** Puts `change`'s document in the place of the row's, which it may change itself. Throws E11000. */
  rewrite(row: Row, change: (row: Row) => Doc): Rewritten {
    const before = row.columns ?? this.layout.columns.map(({ of }) => of(row.doc));
    const doc = change(row);
    const bytes = encode(doc);
    if (bytes.equals(row.bytes)) return { doc, modified: false };
    const changes = this.layout.columns
      .map(({ sql, of }, at) => ({ sql, value: of(doc), old: before[at]! }))
      .filter(({ value, old }) => !sameColumn(value, old));
    // Untouched columns are left out so that SQLite leaves their indexes alone.
    const sets = [...changes.map(({ sql }) => `${sql} = ?`), 'doc = ?'];
    const values: SqlValue[] = [...changes.map(({ value }) => value), bytes, row.seq];
    const sql = `UPDATE ${this.sqlName} SET ${sets.join(', ')} WHERE seq = ?`;
    this.orDuplicate(doc, row.seq, () => this.sqlite.run(sql, values));
    for (const { sql: name, value } of changes) this.noteUnordered(name, value);
    return { doc, modified: true };
  }

  remove(row: Row): void {
    this.sqlite.run(`DELETE FROM ${this.sqlName} WHERE seq = ?`, [row.seq]);
  }

  /** Whether a column may hold objects or expressions, which SQL cannot sort. Looked up once, then kept up by writes. */
  holdsUnordered(column: string): boolean {
    let holds = this.unordered.get(column);
    if (holds === undefined) {
      holds = unorderedRanks.some((type) => {
        const sql = `SELECT 1 FROM ${this.sqlName} WHERE ${column} >= ? AND ${column} < ? LIMIT 1`;
        return this.sqlite.row(sql, [rankBound(type), rankBound(type + 1)]) !== undefined;
      });
      this.unordered.set(column, holds);
    }
    return holds;
  }

  /** Whether SQLite would sort the rows of a statement itself instead of reading them in the order of an index. */
  sorts(sql: string, values: readonly SqlValue[]): boolean {
    let sorts = this.sorting.get(sql);
    if (sorts === undefined) {
      const explain = `EXPLAIN QUERY PLAN ${sql}`;
      const plan = this.sqlite.rows(explain, values);
      this.sqlite.row(explain, values); // read in full, libsql leaves it open and the schema locked
      sorts = plan.some((step) => String(step.at(-1)).includes('TEMP B-TREE FOR'));
      if (this.sorting.size >= MOST_PLANS) this.sorting.clear();
      this.sorting.set(sql, sorts);
    }
    return sorts;
  }

  private noteUnordered(column: string, value: SqlValue): void {
    if (Buffer.isBuffer(value) && unorderedRanks.includes(value[0]!)) this.unordered.set(column, true);
  }

  private orDuplicate(doc: Doc, seq: number | undefined, write: () => number): number {
    try {
      return write();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw this.duplicateOf(doc, seq) ?? error;
    }
  }

  /** Which unique index the document collides in; SQLite's own message does not always say. */
  private duplicateOf(doc: Doc, seq: number | undefined): Error | undefined {
    const unique: IndexDefinition[] = [
      { name: '_id_', key: { _id: 1 } },
      ...this.indexes.filter((index) => index.unique),
    ];
    const violated = unique.find((index) => this.isTaken(index, doc, seq));
    if (!violated) return undefined;
    const keyValue = Object.fromEntries(pathsOf(violated).map((path) => [path, valueAtColumn(doc, path) ?? null]));
    return duplicateKeyError({
      collection: this.namespace,
      index: violated.name,
      keyPattern: { ...violated.key },
      keyValue,
    });
  }

  private isTaken(index: IndexDefinition, doc: Doc, seq: number | undefined): boolean {
    const partial = partialColumn(index);
    if (partial !== undefined && this.layout.columns.find(({ sql }) => sql === partial)?.of(doc) !== 1) return false;
    const paths = pathsOf(index);
    const conditions = [
      ...paths.map((path) => `${this.layout.byPath.get(path)} IS ?`),
      ...(partial === undefined ? [] : [`${partial} = 1`]),
      'seq IS NOT ?',
    ];
    const values = [...paths.map((path) => columnValue(valueAtColumn(doc, path), path)), seq ?? null];
    return (
      this.sqlite.row(`SELECT 1 FROM ${this.sqlName} WHERE ${conditions.join(' AND ')} LIMIT 1`, values) !== undefined
    );
  }
}

function sameColumn(a: SqlValue, b: SqlValue): boolean {
  return a === b || (Buffer.isBuffer(a) && Buffer.isBuffer(b) && a.equals(b));
}
