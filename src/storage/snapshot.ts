import { statSync } from 'node:fs';
import Database from 'libsql';

/** SQLite takes anything shorter for a file that is still empty. */
const SMALLEST_BYTES = 512;

/**
 * Writes a whole, consistent copy of an embedded desk's file, also while the desk runs and writes; the original is only
 * read. `into` must not exist.
 */
export function snapshot(file: string, into: string): void {
  const database = new Database(file);
  try {
    database.exec('PRAGMA busy_timeout = 5000');
    database.exec(`VACUUM INTO '${into.replaceAll("'", "''")}'`);
  } finally {
    database.close();
  }
}

/** Moves what stands in the write-ahead log into the file itself, so that a stopped desk is one file. */
export function settle(file: string): void {
  const database = new Database(file);
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

/** How SQLite names an index of texts that does not say what its texts say. */
const TEXT_INDEX = /^malformed inverted index for FTS5 table main\.(.+)$/;

/** Makes anew an index of texts that a line of `damageOf` names: its texts stand in their rows. False for other damage. */
export function rebuildTextIndex(file: string, line: string): boolean {
  const name = TEXT_INDEX.exec(line)?.[1]?.replaceAll('"', '""');
  if (name === undefined) return false;
  const database = new Database(file);
  try {
    database.exec(`INSERT INTO "${name}" ("${name}") VALUES ('rebuild')`);
    return true;
  } catch {
    return false;
  } finally {
    database.close();
  }
}

/** What SQLite finds wrong with a file, up to `most` lines; none when it is sound. Values of rows are not looked into. */
export function damageOf(file: string, most: number): string[] {
  const { size } = statSync(file);
  if (size > 0 && size < SMALLEST_BYTES) return ['it is cut short'];
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    const rows = database.prepare(`PRAGMA quick_check(${most})`).raw().all([]) as [string][];
    return rows
      .flatMap(([text]) => text.split('\n'))
      .filter((line) => line !== 'ok' && !line.startsWith('***'))
      .slice(0, most);
  } catch (error) {
    return [error instanceof Error ? error.message : 'it cannot be read'];
  } finally {
    database?.close();
  }
}
