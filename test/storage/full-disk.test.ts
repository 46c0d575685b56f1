import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from '../../src/domain/message.js';
import type { Stores } from '../../src/domain/ports.js';
import { answering } from '../../src/storage/answering.js';
import { connect, databaseFile, type Connected } from '../../src/storage/connect.js';
import { messageStore } from '../../src/storage/message-store.js';
import { damageOf } from '../../src/storage/snapshot.js';

const AT = new Date('2026-03-02T01:00:00Z');
const LONG = 'the air conditioner dripped all night; '.repeat(200);

const message = (id: string): Message => ({
  id,
  conversationId: 'c1',
  from: 'customer',
  text: LONG,
  files: [],
  at: AT,
  state: 'received',
  due: AT,
  attempts: 0,
});

let folder: string;
let desk: Connected;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redress-full-'));
  desk = await connect({ dataDir: folder });
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const stores = () => answering({ messages: messageStore(desk.models.messages, true) } as unknown as Stores);

/** SQLite's own full disk: the file may not grow beyond so many pages. */
function mostPages(pages: number): void {
  const { sqlite } = desk.models.messages.db.db as unknown as { sqlite: { row(sql: string): unknown } };
  sqlite.row(`PRAGMA max_page_count = ${pages}`);
}

test('on a full disk nothing is acknowledged that is not kept, nothing kept is damaged, and room mends it', async () => {
  const { messages } = stores();
  await messages.take(message('first'));
  mostPages(60);
  const results = await Promise.allSettled(
    Array.from({ length: 60 }, (_, n) => messages.take(message(`m${n}`)).then(() => `m${n}`)),
  );
  for (let n = 60; n < 120; n += 1)
    results.push(...(await Promise.allSettled([messages.take(message(`m${n}`)).then(() => `m${n}`)])));
  const acknowledged = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  expect(refused.length).toBeGreaterThan(0);
  for (const error of refused) expect(error).toMatchObject({ code: 'UNAVAILABLE', status: 503 });
  mostPages(1_000_000);
  await messages.take(message('after'));

  await desk.close();
  expect(damageOf(databaseFile(folder), 5)).toEqual([]);
  desk = await connect({ dataDir: folder });
  const { messages: again } = stores();
  for (const id of ['first', 'after', ...acknowledged]) expect(await again.find(id)).toBeDefined();
});
