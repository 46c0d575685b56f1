import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '../../src/storage/backup.js';
import { connect } from '../../src/storage/connect.js';
import { copyRows } from '../../src/storage/copy-desk.js';
import { fingerprints } from '../../src/storage/every-row.js';
import { SCHEMA } from '../../src/storage/migrations.js';
import { openStorage } from '../../src/storage/open-storage.js';
import { restore } from '../../src/storage/restore.js';
import { databaseUri } from '../support/engines.js';
import { aCase } from '../support/samples.js';

const NOW = new Date('2026-03-02T01:00:00Z');
const FIXTURE = join(import.meta.dirname, 'fixtures', 'version-0', 'desk.db');

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'redress-migrate-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function oldDesk(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  cpSync(FIXTURE, join(dataDir, 'desk.db'));
  return dataDir;
}

const engines: [string, (() => Promise<{ mongodbUri?: string; dataDir: string }>) | undefined][] = [
  ['embedded', async () => ({ dataDir: oldDesk(join(folder, 'data')) })],
  [
    'MongoDB',
    process.env.MONGODB_URI
      ? async () => {
          const mongodbUri = databaseUri(`migrated_${process.pid}_${Math.floor(performance.now())}`);
          const from = await connect({ dataDir: oldDesk(join(folder, 'old')) });
          const to = await connect({ mongodbUri, dataDir: folder });
          await copyRows(from.models, to.models);
          await from.close();
          await to.close();
          return { mongodbUri, dataDir: join(folder, 'data') };
        }
      : undefined,
  ],
];

describe.each(engines)('data of version 0, %s', (name, make) => {
  if (!make) return void test.skip(`${name}: skipped, MONGODB_URI is not set`, () => {});

  test('is brought to this version, after a backup of what it was', async () => {
    const options = await make();
    const before = await connect(options);
    const was = await fingerprints(before.models);
    await before.close();

    const stores = await openStorage({ ...options, now: () => NOW });
    expect(await stores.settings.get('schema')).toBe(String(SCHEMA));
    const [left] = await stores.conversations.withOpenTurn(10, NOW);
    const conversation = await stores.conversations.find(left!);
    expect(conversation?.turn?.open).toBe(true);
    expect(conversation).not.toHaveProperty('turnOpen');
    await stores.close();

    const backup = join(options.dataDir, 'backups', `before-version-${SCHEMA}`);
    const manifest = await readManifest(backup);
    expect(manifest.schema).toBe(0);
    const { settings: _stamped, ...rest } = manifest.collections;
    const { settings: _none, ...expected } = was;
    expect(rest).toEqual(expected);
    await restore(backup, { dataDir: join(folder, 'back') });
  });

  test('is migrated once, whoever starts at the same time', async () => {
    const options = await make();
    const starts = options.mongodbUri ? 3 : 1;
    const opened = await Promise.all(Array.from({ length: starts }, () => openStorage({ ...options, now: () => NOW })));
    for (const stores of opened) expect(await stores.conversations.withOpenTurn(10)).toHaveLength(1);
    await Promise.all(opened.map((stores) => stores.close()));
  });
});

test('a case in which more time was asked for before is found by that', async () => {
  const dataDir = join(folder, 'data');
  const asked = { clock: 'classify', by: 'li', dueAt: NOW, because: 'guide', approver: 'leader' };
  const before = await openStorage({ dataDir, now: () => NOW });
  await before.cases.create(aCase({ number: 'asking', extensions: [{ ...asked, state: 'proposed' }] }));
  await before.cases.create(aCase({ number: 'answered', extensions: [{ ...asked, state: 'approved' }] }));
  await before.settings.set('schema', '1');
  await before.close();
  const { models, close } = await connect({ dataDir });
  await models.cases.collection.updateMany({}, { $unset: { timeAskedOf: '' } });
  await close();

  const stores = await openStorage({ dataDir, now: () => NOW });
  expect((await stores.cases.list({ asksForTime: true, limit: 9 })).cases.map(({ number }) => number)).toEqual([
    'asking',
  ]);
  await stores.close();
});

test('a new desk is stamped and makes no backup', async () => {
  const stores = await openStorage({ dataDir: folder, now: () => NOW });
  expect(await stores.settings.get('schema')).toBe(String(SCHEMA));
  await stores.close();
  expect(existsSync(join(folder, 'backups'))).toBe(false);
});

test('data of a newer version is refused by name', async () => {
  const stores = await openStorage({ dataDir: folder, now: () => NOW });
  await stores.settings.set('schema', String(SCHEMA + 1));
  await stores.close();
  await expect(openStorage({ dataDir: folder, now: () => NOW })).rejects.toMatchObject({ code: 'NEWER_DATA' });
});
