import { sqlName } from '../sql/sqlite.js';
import { isTrigram, partialColumn, type IndexDefinition } from './index-definition.js';
import type { Layout } from './layout.js';
import { trigramStatements } from './trigrams.js';

/** What makes a part of an index, and what removes it. */
export interface IndexStatement {
  readonly make: string;
  readonly drop?: string;
}

/** Every SQL index that one MongoDB index needs. */
export function indexStatements(collection: string, definition: IndexDefinition, layout: Layout): IndexStatement[] {
  if (isTrigram(definition)) return trigramStatements(collection, definition, layout);
  const keys = Object.entries(definition.key).map(([path, direction]) => ({
    column: layout.byPath.get(path)!,
    direction,
  }));
  const partial = partialColumn(definition);
  const members = partial === undefined ? [] : [`${partial} = 1`];
  const columns = keys.map(({ column, direction }) => (direction === -1 ? `${column} DESC` : column));
  const statements = [statement(collection, definition, definition.name, columns, members)];
  if (definition.unique) {
    // SQLite's unique indexes let NULLs repeat, MongoDB's do not: rows with one are compared with the NULL replaced.
    const nulls = keys.map(({ column }) => `${column} IS NULL`).join(' OR ');
    const replaced = keys.map(({ column }) => `ifnull(${column}, x'')`);
    statements.push(
      statement(collection, definition, `${definition.name} nulls`, replaced, [...members, `(${nulls})`]),
    );
  }
  return statements;
}

function statement(
  collection: string,
  { unique }: IndexDefinition,
  indexName: string,
  columns: readonly string[],
  conditions: readonly string[],
): IndexStatement {
  const name = sqlName('index', collection, indexName);
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  const table = sqlName('collection', collection);
  return {
    make: `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${name} ON ${table} (${columns.join(', ')})${where}`,
    drop: `DROP INDEX ${name}`,
  };
}
