import fc from 'fast-check';
import Database from 'libsql';
import { Schema, type Model } from 'mongoose';
import type { AnyDoc } from './support/both-engines.js';
import { openDesk, type EmbeddedDesk } from './support/embedded-desk.js';

const PATIENCE_MS = 60_000;

let desk: EmbeddedDesk;
let indexed: Model<AnyDoc>;
let plain: Model<AnyDoc>;

beforeEach(async () => {
  desk = await openDesk();
  const schema = (...indexes: object[]) => {
    const made = new Schema({ _id: Number }, { strict: false, strictQuery: false });
    for (const index of indexes) made.index(index as never);
    return made;
  };
  plain = desk.connection.model<AnyDoc>('Plain', schema());
  indexed = desk.connection.model<AnyDoc>('Indexed', schema({ text: 'trigram' }, { n: 1 }));
  await indexed.init();
});
afterEach(() => desk.discard());

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\"]/g, '\\$&');
const idsIn = async (model: Model<AnyDoc>, text: string) =>
  (await model.collection.find({ text: { $regex: escaped(text) } }).toArray())
    .map(({ _id }) => Number(_id))
    .sort((a, b) => a - b);

/** Few characters, so that texts share pieces: of one, two, three and four bytes, and those that FTS5 gives a meaning. */
const character = fc.constantFrom('a', 'B', 'b', 'é', '态', '度', '差', '😀', ' ', '"', '*', '(', '-', '.', '\n', '%');
const texts = (maxLength: number) => fc.array(character, { minLength: 1, maxLength }).map((all) => all.join(''));
const values = fc.oneof({ weight: 6, arbitrary: texts(12) }, fc.constantFrom<unknown>(null, 5, { a: '态度' }, ''));

test(
  'finds a piece of any length wherever it stands, as reading every text does, through every kind of change',
  async () => {
    const steps = fc.array(fc.record({ id: fc.nat(5), to: fc.option(values, { nil: undefined }) }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, fc.array(texts(4), { minLength: 1, maxLength: 6 }), async (changes, sought) => {
        for (const model of [indexed, plain]) {
          await model.collection.deleteMany({});
          for (const { id, to } of changes) {
            if (to === undefined) await model.collection.deleteOne({ _id: id as never });
            else await model.collection.replaceOne({ _id: id as never }, { text: to }, { upsert: true });
          }
        }
        for (const text of sought) expect(await idsIn(indexed, text)).toEqual(await idsIn(plain, text));
      }),
      { numRuns: 60 },
    );
  },
  PATIENCE_MS,
);

test('a regular expression that means more than its characters is answered as without the index', async () => {
  for (const model of [indexed, plain])
    await model.collection.insertMany([
      { _id: 1 as never, text: '态度差' },
      { _id: 2 as never, text: 'Refund' },
    ]);
  for (const filter of [
    { text: { $regex: '^态' } },
    { text: { $regex: 'ref', $options: 'i' } },
    { text: { $regex: '态.差' } },
    { text: /fund/ },
    { text: { $not: { $regex: '态度' } } },
    { $or: [{ text: { $regex: '态度' } }, { text: { $regex: 'zzz' } }] },
  ]) {
    const ask = async (model: Model<AnyDoc>) => (await model.collection.find(filter as never).toArray()).length;
    expect(await ask(indexed)).toBe(await ask(plain));
  }
});

test('what is found is looked up, not scanned, and the index is whole after a restart and after it is made anew', async () => {
  await indexed.collection.insertMany(
    Array.from({ length: 300 }, (_, n) => ({ _id: n as never, n, text: n === 77 ? '房间里有蟑螂' : `case ${n}` })),
  );
  await desk.reopen();
  const { collection } = desk.connection.model<AnyDoc>('Again', new Schema({ _id: Number }), 'indexeds');
  const find = async (text: string) => (await collection.find({ text: { $regex: text } }).toArray()).length;
  expect([await find('蟑螂'), await find('间里有'), await find('case 29'), await find('蜚')]).toEqual([1, 1, 11, 0]);

  await collection.deleteOne({ _id: 77 as never });
  await collection.updateOne({ _id: 5 as never }, { $set: { text: '走廊有蟑螂' } });
  expect(await find('房间里')).toBe(0);
  await collection.dropIndex('text_trigram');
  expect(await find('蟑螂')).toBe(1);
  await collection.createIndex({ text: 'trigram' as never });
  expect(await find('蟑螂')).toBe(1);
  const file = new Database(desk.file);
  const [fts] = file.prepare("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5(%'").pluck().all([]) as [
    string,
  ];
  const name = `"${fts}"`;
  const plan = file
    .prepare(
      `EXPLAIN QUERY PLAN SELECT doc FROM "collection:indexeds" WHERE seq IN (SELECT rowid FROM ${name} WHERE ${name} MATCH ?)`,
    )
    .all(['"间里有"']) as { detail: string }[];
  expect(plan.map(({ detail }) => detail).join('\n')).toMatch(/SEARCH collection:indexeds USING INTEGER PRIMARY KEY/);
  expect(file.prepare('PRAGMA quick_check').pluck().all([])).toEqual(['ok']);
  expect(() => file.exec(`INSERT INTO ${name} (${name}, rank) VALUES ('integrity-check', 1)`)).not.toThrow();
  file.close();
  await collection.drop();
});

test('it stands on one path and takes no options', async () => {
  await expect(indexed.collection.createIndex({ a: 'trigram', b: 1 } as never)).rejects.toThrow(/does not support/);
  await expect(indexed.collection.createIndex({ a: 'trigram' } as never, { unique: true })).rejects.toThrow(
    /does not support/,
  );
});
