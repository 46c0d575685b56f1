import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { embeddedMongoose } from './support/embedded-desk.js';

const writer = join(import.meta.dirname, 'support', 'endless-writer.ts');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Lets a child process write until it has acknowledged `wanted` documents, then kills it like a power button would. */
async function killedAfter(file: string, wanted: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let heard = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    heard += chunk;
    if (heard.split('\n').length > wanted) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('close', resolve));
  return heard.split('\n').slice(0, -1);
}

describe('a process that is killed while it writes', () => {
  it('loses nothing it acknowledged, and the file is sound', async () => {
    const file = join(folder, 'desk.db');
    const acknowledged = new Set<string>();
    for (const wanted of [300, 900]) for (const id of await killedAfter(file, wanted)) acknowledged.add(id);
    expect(acknowledged.size).toBeGreaterThanOrEqual(1200);

    const connection = await embeddedMongoose().createConnection(`file:${file}`).asPromise();
    const stored = await connection.collection('acks').find<{ _id: unknown; changed?: boolean }>({}).toArray();
    await connection.close();
    const kept = new Map(stored.map(({ _id, changed }) => [String(_id), changed]));
    expect([...acknowledged].filter((id) => kept.get(id) !== true)).toEqual([]);

    const raw = new Database(file);
    expect(raw.prepare('PRAGMA integrity_check').all([])).toMatchObject([{ integrity_check: 'ok' }]);
    raw.close();
  }, 60_000);
});
