import { sqlName, type SqlValue } from '../sql/sqlite.js';
import { pathsOf, type IndexDefinition } from './index-definition.js';
import type { IndexStatement } from './index-sql.js';
import type { Layout } from './layout.js';

/** Where the trigrams of one path's texts stand: whole texts by `MATCH`, and each trigram with the rows it occurs in. */
export interface Trigrams {
  readonly index: string;
  readonly places: string;
}

/** What a regular expression looks like that means its own characters and nothing else. */
const LITERAL = /^(?:[^\\^$.*+?()[\]{}|]|\\[^\p{L}\p{N}])+$/u;
/** Not representable in SQLite's text. */
const FOREIGN = /[\0\p{Cs}]/u;
const BEYOND = '\u{10FFFF}';
/** So that a text's last characters begin a trigram too, and one or two of them can be found. */
const PADDING = 'char(10, 10)';

export function trigramsOf(collection: string, { name }: IndexDefinition): Trigrams {
  return {
    index: sqlName('trigrams', collection, name),
    places: sqlName('trigrams', collection, name, 'places'),
  };
}

/**
 * An FTS5 index over the column of a path, kept by triggers: it changes in the statement that changes the row. Its
 * content is a view of the table, so that no text is stored a third time. FTS5's own `secure-delete` is not used: with
 * trigrams SQLite 3.45 calls such an index malformed after the first deletion.
 */
export function trigramStatements(collection: string, definition: IndexDefinition, layout: Layout): IndexStatement[] {
  const { index, places } = trigramsOf(collection, definition);
  const table = sqlName('collection', collection);
  const column = layout.byPath.get(pathsOf(definition)[0]!)!;
  const named = (part: string) => sqlName('trigrams', collection, definition.name, part);
  const put = `INSERT INTO ${index} (rowid, text) SELECT new.seq, new.${column} || ${PADDING} WHERE typeof(new.${column}) = 'text';`;
  const take = `INSERT INTO ${index} (${index}, rowid, text) SELECT 'delete', old.seq, old.${column} || ${PADDING} WHERE typeof(old.${column}) = 'text';`;
  const trigger = (on: 'INSERT' | 'DELETE' | 'UPDATE', does: string): IndexStatement => ({
    make: `CREATE TRIGGER ${named(on)} AFTER ${on === 'UPDATE' ? `UPDATE OF ${column}` : on} ON ${table} BEGIN ${does} END`,
    drop: `DROP TRIGGER ${named(on)}`,
  });
  const content = named('content');
  return [
    {
      make: `CREATE VIEW ${content} AS SELECT seq, ${column} || ${PADDING} AS text FROM ${table} WHERE typeof(${column}) = 'text'`,
      drop: `DROP VIEW ${content}`,
    },
    {
      make: `CREATE VIRTUAL TABLE ${index} USING fts5(text, content=${content}, content_rowid=seq, tokenize='trigram case_sensitive 1')`,
      drop: `DROP TABLE ${index}`,
    },
    {
      make: `CREATE VIRTUAL TABLE ${places} USING fts5vocab(${index}, instance)`,
      drop: `DROP TABLE ${places}`,
    },
    trigger('INSERT', put),
    trigger('DELETE', take),
    trigger('UPDATE', take + put),
    { make: `INSERT INTO ${index} (${index}) VALUES ('rebuild')` },
  ];
}

/** The rows whose text holds what a literal regular expression means; undefined when the index cannot tell. */
export function containing(
  { index, places }: Trigrams,
  pattern: unknown,
): { sql: string; values: SqlValue[] } | undefined {
  if (typeof pattern !== 'string' || !LITERAL.test(pattern) || FOREIGN.test(pattern)) return undefined;
  const text = pattern.replace(/\\(.)/gsu, '$1');
  if ([...text].length >= 3)
    return {
      sql: `seq IN (SELECT rowid FROM ${index} WHERE ${index} MATCH ?)`,
      values: [`"${text.replaceAll('"', '""')}"`],
    };
  // One or two characters are no trigram, but begin one wherever they stand.
  return { sql: `seq IN (SELECT doc FROM ${places} WHERE term >= ? AND term < ?)`, values: [text, text + BEYOND] };
}
