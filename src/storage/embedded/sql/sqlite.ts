import Database from 'libsql';

/** What a column can hold. Booleans are absent: binding one aborts the process inside libsql. */
export type SqlValue = null | number | string | Buffer;
export type SqlRow = unknown[];

export interface SqliteOptions {
  /** NORMAL survives a kill; FULL also survives a power cut, at the price of a disk flush a commit. */
  readonly synchronous: 'NORMAL' | 'FULL';
}

/** The layout of the file; raised when an older engine could no longer read it. */
const LAYOUT = 1;
const MOST_STATEMENTS = 500;

/** One SQLite file: statements are prepared once, parameters always travel in an array. */
export class Sqlite {
  private readonly database: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();

  /** Opens or creates the file. Throws when it was written by a newer layout than this one knows. */
  constructor(file: string, { synchronous }: SqliteOptions) {
    this.database = opened(file);
    this.database.exec('PRAGMA busy_timeout = 5000');
    this.database.exec('PRAGMA journal_mode = WAL');
    this.database.exec(`PRAGMA synchronous = ${synchronous}`);
    // Checkpoints come from a thread of their own (`Checkpoints`); this mark, 128 MB of WAL, is for when it is gone.
    this.database.exec('PRAGMA wal_autocheckpoint = 32000');
    this.database.exec('PRAGMA cache_size = -32000');
    this.database.exec('PRAGMA temp_store = MEMORY');
    // Erased text must not linger in free pages.
    this.database.exec('PRAGMA secure_delete = FAST');
    this.refuseNewerLayout(file);
  }

  private refuseNewerLayout(file: string): void {
    const layout = this.value('PRAGMA user_version') as number;
    if (layout > LAYOUT) {
      this.database.close();
      throw new Error(`${file} has storage layout ${layout}; this version knows ${LAYOUT}. Start the newer version.`);
    }
    if (layout < LAYOUT) this.database.exec(`PRAGMA user_version = ${LAYOUT}`);
  }

  get inTransaction(): boolean {
    return this.database.inTransaction;
  }

  /** Runs a statement that answers no rows; returns how many rows it changed. */
  run(sql: string, values: readonly SqlValue[] = []): number {
    return this.statement(sql).run([...values]).changes;
  }

  /** All rows at once: an iterator left half-way would keep the table locked. */
  rows(sql: string, values: readonly SqlValue[] = []): SqlRow[] {
    return this.statement(sql).all([...values]) as SqlRow[];
  }

  row(sql: string, values: readonly SqlValue[] = []): SqlRow | undefined {
    return this.statement(sql).get([...values]) as SqlRow | undefined;
  }

  /** The first column of the first row. */
  value(sql: string, values: readonly SqlValue[] = []): unknown {
    return this.row(sql, values)?.[0];
  }

  /** Runs `work` so that all of it or none of it stays in the transaction that is open. */
  atomically<T>(work: () => T): T {
    this.run('SAVEPOINT operation');
    try {
      const result = work();
      this.run('RELEASE operation');
      return result;
    } catch (error) {
      // A full disk ends the whole transaction by itself; then there is no savepoint left.
      if (this.inTransaction) {
        this.run('ROLLBACK TO operation');
        this.run('RELEASE operation');
      }
      throw error;
    }
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }

  private statement(sql: string): Database.Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql);
    if (statement.reader) statement.raw();
    // The oldest goes first; those in constant use are soon prepared again.
    if (this.statements.size >= MOST_STATEMENTS) this.statements.delete(this.statements.keys().next().value!);
    this.statements.set(sql, statement);
    return statement;
  }
}

function opened(file: string): Database.Database {
  try {
    return new Database(file);
  } catch (error) {
    throw new Error(`The file ${file} cannot be opened: ${String(error)}`, { cause: error });
  }
}

export function isUniqueViolation(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** A quoted SQL name. SQLite's names ignore case and MongoDB's do not, so capitals are marked. */
export function sqlName(kind: 'collection' | 'path' | 'partial' | 'index' | 'trigrams', ...names: string[]): string {
  const name = names.map((part) => part.replace(/[A-Z^]/g, '^$&')).join(' ');
  return `"${kind}:${name.replaceAll('"', '""')}"`;
}
