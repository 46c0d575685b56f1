import { decode } from '../bson/values.js';
import { duplicateKeyError } from '../errors.js';
import { isUniqueViolation, sqlName, type Sqlite } from '../sql/sqlite.js';
import { valueOfColumn } from './column-value.js';
import { pathsOf, type IndexDefinition } from './index-definition.js';
import { indexStatements, type IndexStatement } from './index-sql.js';
import { ID_COLUMN, layoutOf, type Layout } from './layout.js';

const ROWS_AT_ONCE = 500;

/** Creates a collection's empty table. The document stands last: columns behind a long blob are slow to reach. */
export function createTable(sqlite: Sqlite, tableName: string, { columns }: Layout): void {
  const names = columns.map(({ sql }) => sql);
  const fields = ['seq INTEGER PRIMARY KEY', `${ID_COLUMN} NOT NULL UNIQUE`, ...names, 'doc BLOB NOT NULL'];
  sqlite.run(`CREATE TABLE ${tableName} (${fields.join(', ')})`);
}

/** Gives a stored collection the columns and SQL indexes of `after`. Throws E11000 when its documents break a new one. */
export function changeIndexes(sqlite: Sqlite, { collection, namespace, before, after }: Change): void {
  const layoutBefore = layoutOf(before);
  const layout = layoutOf(after);
  const sameColumns = columnList(layoutBefore) === columnList(layout);
  const kept = sameColumns ? before.filter((index) => after.includes(index)) : [];
  for (const gone of before.filter((index) => !kept.includes(index))) {
    dropIndex(sqlite, indexStatements(collection, gone, layoutBefore));
  }
  if (!sameColumns) copyInto(sqlite, collection, layout);
  for (const added of after.filter((index) => !kept.includes(index))) {
    for (const { make } of indexStatements(collection, added, layout)) {
      orDuplicate(sqlite, { collection, namespace, index: added, layout }, () => sqlite.run(make));
    }
  }
}

export function dropIndex(sqlite: Sqlite, statements: readonly IndexStatement[]): void {
  for (const { drop } of statements.toReversed()) if (drop) sqlite.run(drop);
}

export interface Change {
  readonly collection: string;
  readonly namespace: string;
  readonly before: readonly IndexDefinition[];
  readonly after: readonly IndexDefinition[];
}

function columnList({ columns }: Layout): string {
  return columns.map(({ sql }) => sql).join();
}

function copyInto(sqlite: Sqlite, collection: string, layout: Layout): void {
  const table = sqlName('collection', collection);
  const rebuilt = sqlName('collection', collection, 'rebuilt');
  createTable(sqlite, rebuilt, layout);
  const names = ['seq', ID_COLUMN, ...layout.columns.map(({ sql }) => sql), 'doc'];
  const insert = `INSERT INTO ${rebuilt} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  let last = 0;
  for (;;) {
    const rows = sqlite.rows(`SELECT seq, id, doc FROM ${table} WHERE seq > ? ORDER BY seq LIMIT ${ROWS_AT_ONCE}`, [
      last,
    ]);
    if (rows.length === 0) break;
    for (const [seq, id, blob] of rows) {
      const bytes = Buffer.from(blob as ArrayBuffer);
      const doc = decode(bytes);
      const key = id instanceof Object ? Buffer.from(id as ArrayBuffer) : (id as string | number);
      sqlite.run(insert, [seq as number, key, ...layout.columns.map(({ of }) => of(doc)), bytes]);
      last = seq as number;
    }
  }
  sqlite.run(`DROP TABLE ${table}`);
  sqlite.run(`ALTER TABLE ${rebuilt} RENAME TO ${table}`);
}

interface Building {
  readonly collection: string;
  readonly namespace: string;
  readonly index: IndexDefinition;
  readonly layout: Layout;
}

function orDuplicate(sqlite: Sqlite, building: Building, build: () => void): void {
  try {
    build();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw firstDuplicate(sqlite, building);
  }
}

function firstDuplicate(sqlite: Sqlite, { collection, namespace, index, layout }: Building): Error {
  const paths = pathsOf(index);
  const columns = paths.map((path) => layout.byPath.get(path)).join(', ');
  const repeated = sqlite.row(
    `SELECT ${columns} FROM ${sqlName('collection', collection)} GROUP BY ${columns} HAVING count(*) > 1 LIMIT 1`,
  );
  const keyValue = Object.fromEntries(paths.map((path, at) => [path, valueOfColumn(repeated?.[at] ?? null)]));
  return duplicateKeyError({ collection: namespace, index: index.name, keyPattern: { ...index.key }, keyValue });
}
