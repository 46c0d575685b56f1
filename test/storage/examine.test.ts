import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../../src/domain/case.js';
import { connect, type Connected } from '../../src/storage/connect.js';
import { examine } from '../../src/storage/examine.js';
import { deskWithCase } from '../support/stored-desk.js';
import type { TestDesk } from '../support/test-desk.js';

let desk: TestDesk;
let dataDir: string;
beforeEach(async () => {
  ({ desk } = await deskWithCase());
  dataDir = join(desk.folder, 'data');
});
afterEach(() => desk.close());

const LATER = 20 * 60_000;

async function found(): Promise<string[]> {
  const { findings } = await examine({ dataDir }, new Date(desk.now.getTime() + LATER));
  return findings.map(({ what }) => what);
}

test('a running desk is sound, and counted', async () => {
  const { counts, findings } = await examine({ dataDir }, desk.now);
  expect(findings).toEqual([]);
  expect(counts).toMatchObject({ conversations: 1, cases: 1 });
});

type Harm = (models: Connected['models'], of: Case & { _id: string }) => Promise<unknown>;

test.each<[string, Harm]>([
  ['a message of a conversation that is not there', ({ conversations }) => conversations.collection.deleteMany({})],
  ['a promise of a case that is not there', ({ cases }) => cases.collection.deleteMany({})],
  [
    'a message that was not handled',
    ({ messages }) => messages.collection.updateOne({ from: 'customer' }, { $set: { state: 'received' } }),
  ],
  [
    'a parked message: it failed again and again, and can be replayed',
    ({ messages }) => messages.collection.updateOne({ from: 'customer' }, { $set: { state: 'parked' } }),
  ],
  [
    'a reply that was not sent',
    ({ messages }) => messages.collection.updateOne({ from: 'bot' }, { $set: { state: 'queued' } }),
  ],
  [
    'a case with effects that were not carried out',
    ({ cases }, { openedAt }) => cases.collection.updateOne({}, { $set: { effectsDue: openedAt } }),
  ],
  [
    'a turn of a conversation whose effects were not carried out',
    ({ conversations }, { openedAt }) => conversations.collection.updateOne({}, { $set: { turnOpenedAt: openedAt } }),
  ],
  [
    'a case whose timeline was changed afterwards',
    ({ cases }) => cases.collection.updateOne({}, { $set: { 'timeline.0.by': 'somebody else' } }),
  ],
  [
    'an index that is missing; the next start makes it',
    ({ messages }) => messages.collection.dropIndex('conversationId_1_seq_1'),
  ],
  [
    'a promise that the desk has not kept in time',
    ({ obligations }, { openedAt }) =>
      obligations.collection.updateOne({ byPerson: { $exists: false } }, { $set: { dueAt: openedAt } }),
  ],
  [
    'evidence that is missing',
    ({ files }) => files.collection.insertOne({ _id: 'f1' as never, sha256: '0'.repeat(64), name: 'photo' }),
  ],
])('it finds %s', async (what, harm) => {
  await desk.app.stop();
  const { models, close } = await connect({ dataDir });
  await harm(models, (await models.cases.collection.findOne({})) as never);
  await close();
  expect(await found()).toContain(what);
});

test('a damaged file is told from a sound one, and a missing one is named', async () => {
  await desk.app.stop();
  writeFileSync(join(dataDir, 'desk.db'), 'not a database');
  expect(await found()).toEqual(['damage']);
  rmSync(join(dataDir, 'desk.db'));
  await expect(examine({ dataDir }, desk.now)).rejects.toThrow('DATA_DIR: there is no desk in it.');
});
