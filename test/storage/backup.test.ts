import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { backUp } from '../../src/storage/backup.js';
import { connect } from '../../src/storage/connect.js';
import { differing, fingerprints } from '../../src/storage/every-row.js';
import { moveToMongodb } from '../../src/storage/move-to-mongodb.js';
import { restore } from '../../src/storage/restore.js';
import { databaseUri } from '../support/engines.js';
import { deskWithCase } from '../support/stored-desk.js';
import { TestDesk } from '../support/test-desk.js';

const EVIDENCE = Buffer.from('a photo of the room');
const SHA256 = createHash('sha256').update(EVIDENCE).digest('hex');

let desk: TestDesk;
let number: string;
let data: string;

beforeEach(async () => {
  ({ desk, number } = await deskWithCase());
  data = join(desk.folder, 'data');
  mkdirSync(join(data, 'files', SHA256.slice(0, 2)), { recursive: true });
  writeFileSync(join(data, 'files', SHA256.slice(0, 2), SHA256), EVIDENCE);
});
afterEach(() => desk.close());

const of = (folder: string) => join(desk.folder, folder);

test('a backup made while the desk takes messages comes back as a desk that goes on', async () => {
  const talking = Promise.all(
    Array.from({ length: 40 }, (_, n) => desk.channel.take(`guest-${n}`, { text: '你好' }, 'zh-CN', `hello-${n}`)),
  );
  const manifest = await backUp(data, of('backup'), desk.now);
  await talking;
  await desk.app.stop();
  await restore(of('backup'), { dataDir: of('restored') });
  const restored = await connect({ dataDir: of('restored') });
  expect(differing(await fingerprints(restored.models), manifest.collections)).toEqual([]);
  expect(await restored.blobs.read(SHA256)).toEqual(EVIDENCE);
  await restored.close();

  const again = new TestDesk('travel', {}, { DATA_DIR: of('restored') });
  await again.open();
  expect(await again.app.desk.caseNumbers()).toEqual([number]);
  await again.close();
});

test('a backup is restored into an empty desk only', async () => {
  await backUp(data, of('backup'), desk.now);
  await desk.app.stop();
  await expect(restore(of('backup'), { dataDir: data })).rejects.toThrow('DATA_DIR: there is a desk in it already');
});

test('a running desk is not restored over', async () => {
  await backUp(data, of('backup'), desk.now);
  await expect(restore(of('backup'), { dataDir: data })).rejects.toThrow(
    'DATA_DIR: another process is using this desk',
  );
});

test.each<[string, (backup: string) => void, string]>([
  ['no manifest', (backup) => rmSync(join(backup, 'manifest.json')), 'there is no backup in it'],
  ['a cut manifest', (backup) => writeFileSync(join(backup, 'manifest.json'), '{"madeAt":'), 'is damaged'],
  ['a lost row', (backup) => forgetRow(join(backup, 'manifest.json')), 'cases (2 rows, copied 1)'],
  [
    'changed evidence',
    (backup) => appendFileSync(join(backup, 'files', SHA256.slice(0, 2), SHA256), '!'),
    'missing or damaged',
  ],
  ['lost evidence', (backup) => rmSync(join(backup, 'files'), { recursive: true }), 'missing or damaged'],
  [
    'a cut database',
    (backup) => writeFileSync(join(backup, 'desk.db'), readFileSync(join(backup, 'desk.db')).subarray(0, 40_000)),
    'is damaged',
  ],
])('a backup with %s is refused, and nothing is left behind', async (_, damage, said) => {
  await backUp(data, of('backup'), desk.now);
  damage(of('backup'));
  await expect(restore(of('backup'), { dataDir: of('restored') })).rejects.toThrow(said);
  await backUp(data, of('second'), desk.now);
  await restore(of('second'), { dataDir: of('restored') });
});

test('an existing folder is not written over by a backup', async () => {
  mkdirSync(of('backup'));
  await expect(backUp(data, of('backup'), desk.now)).rejects.toThrow('is there already');
});

test.each(['truncated', 'of another kind', 'with changed bytes'])(
  'a file that is %s is refused at start',
  async (how) => {
    await desk.app.stop();
    const file = join(data, 'desk.db');
    const bytes = readFileSync(file);
    for (const log of ['desk.db-wal', 'desk.db-shm']) rmSync(join(data, log), { force: true }); // a log would mend it
    if (how === 'with changed bytes') for (let page = 3; page < 20; page += 1) bytes[page * 4096 + 7]! ^= 0x55;
    writeFileSync(
      file,
      how === 'truncated' ? bytes.subarray(0, 81_920) : how === 'of another kind' ? 'a letter' : bytes,
    );
    await expect(desk.open()).rejects.toThrow(/^DATA_DIR: desk\.db is damaged \(.*npm run doctor.*npm run restore/);
  },
);

const mongodb = process.env.MONGODB_URI ? test : test.skip;
if (!process.env.MONGODB_URI) console.log('skipped: moving to MongoDB: MONGODB_URI is not set');

mongodb('an embedded desk moves to MongoDB, once, and goes on there', async () => {
  const uri = databaseUri(`moved_${process.pid}`);
  await expect(moveToMongodb(data, uri)).rejects.toThrow('another process is using this desk');
  await desk.app.stop();
  const { collections, files } = await moveToMongodb(data, uri);
  expect(files).toBe(1);
  expect(collections.cases!.count).toBe(1);
  await expect(moveToMongodb(data, uri)).rejects.toThrow('MONGODB_URI: there is a desk in it already');
  const there = new TestDesk('travel', {}, { MONGODB_URI: uri });
  await there.open();
  expect(await there.app.desk.caseNumbers()).toEqual([number]);
  await there.close();
});

mongodb('a backup is restored into MongoDB', async () => {
  await backUp(data, of('backup'), desk.now);
  const uri = databaseUri(`restored_${process.pid}`);
  const { collections } = await restore(of('backup'), { mongodbUri: uri, dataDir: data });
  const restored = await connect({ mongodbUri: uri, dataDir: data });
  expect(differing(await fingerprints(restored.models), collections)).toEqual([]);
  expect(await restored.blobs.read(SHA256)).toEqual(EVIDENCE);
  await restored.close();
});

/** As if a row had been lost since: the manifest knows of one more. */
function forgetRow(file: string): void {
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { collections: { cases: { count: number } } };
  manifest.collections.cases.count += 1;
  writeFileSync(file, JSON.stringify(manifest));
}
