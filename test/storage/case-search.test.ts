import { jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { textReader as reader } from '../../src/classification/text-reader.js';
import type { Stores } from '../../src/domain/ports.js';
import { connect, databaseFile } from '../../src/storage/connect.js';
import { checkDesk } from '../../src/storage/checks.js';
import { Row } from '../../src/storage/embedded/table/row.js';
import { examine } from '../../src/storage/examine.js';
import { damageOf } from '../../src/storage/snapshot.js';
import { moveToMongodb } from '../../src/storage/move-to-mongodb.js';
import { openStorage } from '../../src/storage/open-storage.js';
import { databaseUri } from '../support/engines.js';
import { aCase, aConversation, AT, minutes } from '../support/samples.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'redress-search-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = () => AT;
const open = (mongodbUri?: string) => openStorage({ mongodbUri, dataDir: folder, now, reader });
const find = async (stores: Stores, q: string) =>
  (await stores.cases.list({ q, limit: 10 })).cases.map(({ number }) => number);

test('a search reads the cases it finds, not all that are stored', async () => {
  const stores = await open();
  const text = (n: number) => (n === 700 ? '房间里有蟑螂' : `第 ${n} 件，酒店服务态度差`);
  for (let n = 0; n < 1500; n += 1)
    await stores.cases.create(aCase({ number: `c${n}`, openedAt: minutes(n), fields: { content: text(n) } }));
  const decoded = jest.spyOn(Row.prototype, 'doc', 'get');
  const read = async (q: string) => {
    decoded.mockClear();
    const found = await find(stores, q);
    return [found.length, decoded.mock.contexts.filter((row, at, all) => all.indexOf(row) === at).length];
  };
  expect(await read('蟑螂')).toEqual([1, 1]);
  expect(await read('房间里有蟑螂')).toEqual([1, 1]);
  expect(await read('蟑')).toEqual([1, 1]);
  const [found, looked] = await read('态度差');
  expect(found).toBe(10);
  expect(looked).toBeLessThanOrEqual(64);
  decoded.mockRestore();
  await stores.close();
});

/** A case as an older version kept it: no text, or another one. */
async function forgetText(mongodbUri?: string): Promise<string[]> {
  const desk = await connect({ mongodbUri, dataDir: folder });
  await desk.models.cases.collection.updateOne(
    { _id: 'old' as never },
    { $unset: { searchForm: '', terms: '' }, $set: { searchText: 'old' } },
  );
  const { findings } = await checkDesk(desk, AT).finally(desk.close);
  return findings.filter(({ what }) => what.includes('search')).map(({ where }) => where.join());
}

const places: [string, (() => string | undefined) | undefined][] = [
  ['embedded', () => undefined],
  [
    'MongoDB',
    process.env.MONGODB_URI ? () => databaseUri(`search_${process.pid}_${Math.floor(performance.now())}`) : undefined,
  ],
];

describe.each(places)('cases kept by an older version, %s', (name, place) => {
  if (!place) return void test.skip(`${name}: skipped, MONGODB_URI is not set`, () => {});

  test('are named by the doctor, and found again after the next start, unchanged', async () => {
    const uri = place();
    const before = await open(uri);
    await before.conversations.create(aConversation());
    await before.cases.create(aCase({ number: 'old', fields: { content: '導遊態度差' }, evidence: [] }));
    await before.cases.create(aCase({ number: 'new', fields: { content: '导游迟到' }, evidence: [] }));
    await before.close();
    expect(await forgetText(uri)).toEqual(['old']);

    const stores = await open(uri);
    expect(await find(stores, '导游')).toEqual(['old', 'new']);
    expect(await stores.cases.find('old')).toEqual(
      aCase({ number: 'old', fields: { content: '導遊態度差' }, evidence: [] }),
    );
    await stores.close();
    const desk = await connect({ mongodbUri: uri, dataDir: folder });
    const { findings } = await checkDesk(desk, AT).finally(desk.close);
    expect(findings.filter(({ what }) => /search|index/.test(what))).toEqual([]);
  });
});

test('an index that is gone is named by the doctor and made by the next start', async () => {
  const before = await open();
  await before.cases.create(aCase({ number: 'one', fields: { content: '导游迟到' }, evidence: [] }));
  await before.close();
  const desk = await connect({ dataDir: folder });
  await desk.models.cases.collection.dropIndex('searchText_trigram');
  const { findings } = await checkDesk(desk, AT).finally(desk.close);
  expect(findings).toContainEqual(
    expect.objectContaining({ what: expect.stringContaining('index'), where: ['cases {"searchText":"trigram"}'] }),
  );
  const stores = await open();
  expect(await find(stores, '迟到')).toEqual(['one']);
  await stores.close();
});

test('an index that was damaged is told by the doctor and made anew by the next start', async () => {
  const before = await open();
  for (const number of ['one', 'two', 'three'])
    await before.cases.create(aCase({ number, fields: { content: `导游迟到 ${number}` } }));
  await before.close();
  const file = new Database(databaseFile(folder));
  const [data] = file.prepare("SELECT name FROM sqlite_master WHERE name LIKE '%_data'").pluck().all([]) as [string];
  file.exec(`DELETE FROM "${data}" WHERE id > 10`);
  file.close();
  const { findings } = await examine({ dataDir: folder }, AT);
  expect(findings).toEqual([expect.objectContaining({ where: [expect.stringContaining('malformed inverted index')] })]);
  const stores = await open();
  expect(await find(stores, '迟到')).toHaveLength(3);
  await stores.close();
  expect(damageOf(databaseFile(folder), 9)).toEqual([]);
});

(process.env.MONGODB_URI ? test : test.skip)('a desk that moves to MongoDB is searched there', async () => {
  const before = await open();
  await before.cases.create(aCase({ number: 'moved', fields: { content: '导游迟到' } }));
  await before.close();
  const uri = databaseUri(`moved_${process.pid}_${Math.floor(performance.now())}`);
  await moveToMongodb(folder, uri);
  const stores = await open(uri);
  expect(await find(stores, '迟到')).toEqual(['moved']);
  await stores.close();
});
