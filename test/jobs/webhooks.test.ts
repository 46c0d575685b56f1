import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stores } from '../../src/domain/ports.js';
import { isPrivateAddress, namesPrivatePlace, type WebhookEvent } from '../../src/domain/webhook.js';
import { postOutside } from '../../src/jobs/post-outside.js';
import { oweWebhooks, sendWebhooks } from '../../src/jobs/webhooks.js';
import { openStorage } from '../../src/storage/open-storage.js';
import { playbookNamed, TestDesk } from '../operations/support/desk.js';

interface Sent {
  url: string;
  body: string;
  headers: Record<string, string>;
}

let folder: string;
let stores: Stores;
let at = new Date('2026-03-10T01:15:00Z');
let answer: () => number;
let sent: Sent[];
const now = () => at;
const post = async (url: string, body: string, headers: Record<string, string>) => {
  sent.push({ url, body, headers });
  return answer();
};
const send = () => sendWebhooks({ webhooks: stores.webhooks, now, post });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redress-webhooks-'));
  stores = await openStorage({ dataDir: folder, now });
  sent = [];
  answer = () => 200;
});
afterEach(async () => {
  await stores.close();
  rmSync(folder, { recursive: true, force: true });
});

const register = (id: string, ...events: WebhookEvent[]) =>
  stores.webhooks.create({
    id,
    url: `https://${id}.example/`,
    events,
    secret: 'key',
    createdBy: 'admin',
    createdAt: at,
  });

async function filed() {
  const desk = new TestDesk(playbookNamed('hotel-frontdesk'), '2026-03-10 01:15', 'li front-desk');
  await desk.file({ content: '很吵', place: '七樓' }, { category: 'noise' });
  at = desk.now;
  return desk.needs.stores.cases.find(desk.number).then((of) => ({ ...of!, effectsDue: desk.now }));
}

test('a decision is told once to whoever wants to know, signed, and names nobody', async () => {
  await register('crm', 'case.opened', 'case.stage');
  await register('other', 'case.closed');
  const of = await filed();
  const owe = oweWebhooks({ webhooks: stores.webhooks, now });
  await owe(of);
  await owe(of); // a crash before the case's effects were done
  await send();
  await send();
  const events = sent.map(({ body }) => (JSON.parse(body) as { event: string }).event);
  expect(events).toContain('case.opened');
  expect(new Set(sent.map(({ headers }) => headers['X-Redress-Delivery'])).size).toBe(sent.length);
  for (const { url, body, headers } of sent) {
    expect(url).toBe('https://crm.example/');
    const [, t, v1] = /^t=(\d+),v1=(\w+)$/.exec(headers['X-Redress-Signature']!)!;
    expect(v1).toBe(createHmac('sha256', 'key').update(`${t}.${body}`).digest('hex'));
    expect(Number(t) * 1000).toBe(at.getTime());
    expect(body).not.toContain('很吵');
  }
});

test('what was decided before is not told again', async () => {
  await register('crm', 'case.opened', 'case.stage');
  const of = await filed();
  await oweWebhooks({ webhooks: stores.webhooks, now })({ ...of, effectsDue: new Date(at.getTime() + 1) });
  await send();
  expect(sent).toEqual([]);
});

test('a receiver that fails is tried again, later and later, and after eight tries set aside', async () => {
  await register('crm', 'case.opened');
  await oweWebhooks({ webhooks: stores.webhooks, now })(await filed());
  answer = () => 500;
  const waits: number[] = [];
  for (let n = 0; n < 9; n += 1) {
    await send();
    const [row] = await stores.webhooks.of('crm', 1);
    if (!row!.due) break;
    waits.push(row!.due.getTime() - at.getTime());
    await send(); // not yet
    at = row!.due;
  }
  expect(sent).toHaveLength(8);
  expect(waits.slice(0, 3)).toEqual([30_000, 120_000, 480_000]);
  expect(await stores.webhooks.of('crm', 1)).toMatchObject([{ state: 'dead', attempts: 8, error: '500' }]);
});

test('private places are refused by address, by name, and by what a name resolves to', async () => {
  for (const address of ['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', 'fd00::1', '::ffff:127.0.0.1', 'nothing'])
    expect([address, isPrivateAddress(address)]).toEqual([address, true]);
  expect(isPrivateAddress('93.184.216.34')).toBe(false);
  for (const url of ['http://localhost:1', 'http://[::1]/', 'http://0x7f.1/', 'http://db.internal/'])
    expect([url, namesPrivatePlace(new URL(url))]).toEqual([url, true]);
  expect(namesPrivatePlace(new URL('https://crm.example/'))).toBe(false);
  await expect(postOutside('http://127.0.0.1:9/', '{}', {}, false)).rejects.toThrow('private');
});

test('is posted as JSON where private places are allowed', async () => {
  const got: unknown[] = [];
  const server: Server = createServer((request, response) => {
    got.push([request.method, request.headers['content-type'], request.headers['x-a']]);
    response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect(await postOutside(`http://127.0.0.1:${port}/`, '{}', { 'X-A': 'b' }, true)).toBe(302);
  expect(got).toEqual([['POST', 'application/json', 'b']]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
