import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Checkpoints } from '../../../src/storage/embedded/sql/checkpoints.js';
import { GroupCommit } from '../../../src/storage/embedded/sql/group-commit.js';
import { Sqlite } from '../../../src/storage/embedded/sql/sqlite.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-checkpoints-'));
  file = join(folder, 'desk.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('while a desk works, what its WAL holds goes to the file, and the last words are there after closing', async () => {
  const sqlite = new Sqlite(file, { synchronous: 'NORMAL' });
  const checkpoints = new Checkpoints(file);
  const commits = new GroupCommit(sqlite, checkpoints);
  sqlite.run('CREATE TABLE notes (text)');
  const before = statSync(file).size;
  let written = 0;
  while (statSync(file).size === before) {
    await commits.write(() => sqlite.run('INSERT INTO notes VALUES (?)', [`note ${++written}`.padEnd(500)]));
    await setImmediate();
  }
  await checkpoints.close();
  commits.close();
  sqlite.close();

  const again = new Sqlite(file, { synchronous: 'FULL' });
  expect(again.value('SELECT count(*) FROM notes')).toBe(written);
  expect(again.value('PRAGMA integrity_check')).toBe('ok');
  again.close();
});

test.each([
  ['NORMAL', 1],
  ['FULL', 2],
] as const)('SYNCHRONOUS=%s reaches SQLite', (synchronous, level) => {
  const sqlite = new Sqlite(file, { synchronous });
  expect(sqlite.value('PRAGMA synchronous')).toBe(level);
  sqlite.close();
});
