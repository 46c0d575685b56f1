import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { Checkpoints } from '../../../src/storage/embedded/sql/checkpoints.js';
import { GroupCommit } from '../../../src/storage/embedded/sql/group-commit.js';
import { Sqlite } from '../../../src/storage/embedded/sql/sqlite.js';

let folder: string;
let file: string;
let sqlite: Sqlite;
let commits: GroupCommit;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-commit-'));
  file = join(folder, 'desk.db');
  sqlite = new Sqlite(file, { synchronous: 'NORMAL' });
  sqlite.run('CREATE TABLE notes (text UNIQUE)');
  commits = new GroupCommit(sqlite, new Checkpoints(file));
});
afterEach(() => {
  commits.close();
  sqlite.close();
  rmSync(folder, { recursive: true });
});

/** What another connection sees: committed rows only. */
function committed(): number {
  const other = new Database(file);
  const { n } = other.prepare('SELECT count(*) AS n FROM notes').get([]) as { n: number };
  other.close();
  return n;
}

const note = (text: string): Promise<number> => commits.write(() => sqlite.run('INSERT INTO notes VALUES (?)', [text]));
const notes = (): Promise<unknown> => commits.read(() => sqlite.value('SELECT count(*) FROM notes'));

describe('group commit', () => {
  it('commits the writes of one turn together, and answers none before that', async () => {
    const answers: string[] = [];
    const one = note('one').then(() => answers.push(`one after ${committed()}`));
    const two = note('two').then(() => answers.push(`two after ${committed()}`));
    expect(committed()).toBe(0);
    await Promise.resolve();
    expect(answers).toEqual([]);
    await Promise.all([one, two]);
    expect(answers).toEqual(['one after 2', 'two after 2']);
  });

  it('lets a read in between see what is pending, and answers it after the commit', async () => {
    const pending = note('one');
    const seen = notes().then((n) => ({ n, committed: committed() }));
    expect(committed()).toBe(0);
    expect(await seen).toEqual({ n: 1, committed: 1 });
    await pending;
  });

  it('answers a refusal after the commit too: it may rest on what is pending', async () => {
    const first = note('one');
    const again = note('one').catch((error: { code: string }) => ({ code: error.code, committed: committed() }));
    expect(await again).toEqual({ code: 'SQLITE_CONSTRAINT_UNIQUE', committed: 1 });
    await first;
  });

  it('refuses every operation of a turn whose commit fails', async () => {
    const writes = [note('one'), notes(), note('two')];
    // Stands for a disk that gives up: the transaction is gone when it should be committed.
    sqlite.run('ROLLBACK');
    const outcomes = await Promise.allSettled(writes);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await note('three');
    expect(committed()).toBe(1);
  });

  it('undoes a failed operation of several steps, and only that', async () => {
    const outcomes = await Promise.allSettled([
      note('before'),
      commits.write(() =>
        sqlite.atomically(() => {
          sqlite.run("INSERT INTO notes VALUES ('half')");
          throw new Error('the other half');
        }),
      ),
      note('after'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(sqlite.rows('SELECT text FROM notes ORDER BY rowid')).toEqual([['before'], ['after']]);
  });

  it('acknowledges only what is kept when the disk fills up', async () => {
    const room = (sqlite.value('PRAGMA page_count') as number) + 6;
    sqlite.rows(`PRAGMA max_page_count = ${room}`);
    const texts = Array.from({ length: 40 }, (_, at) => `${at} ${'long'.repeat(500)}`);
    const outcomes = await Promise.allSettled(texts.map(note));
    const acknowledged = texts.filter((_, at) => outcomes[at]!.status === 'fulfilled');
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
    expect(sqlite.rows('SELECT text FROM notes ORDER BY rowid').flat()).toEqual(acknowledged);
    sqlite.rows('PRAGMA max_page_count = 1000000');
    await note('room again');
    expect(committed()).toBe(acknowledged.length + 1);
  });
});
