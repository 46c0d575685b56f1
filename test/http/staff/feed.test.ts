import { jest } from '@jest/globals';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fakeCase } from '../support/fake-case.js';
import { fakeConversation, HttpDesk, type StaffClient } from '../support/http-desk.js';

let desk: HttpDesk;
let server: Server;

beforeEach(async () => {
  desk = await HttpDesk.open();
  await desk.stores.cases.create(fakeCase());
  await desk.stores.conversations.create(fakeConversation());
  server = createServer(desk.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await desk.close();
});

/** The events of a person's feed as they come; `ended` resolves when the desk ends it. */
async function feed({ cookie }: StaffClient) {
  const { port } = server.address() as AddressInfo;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path: '/desk/api/v1/feed', headers: { cookie } }, resolve).on('error', reject);
  });
  expect(response.headers['content-type']).toMatch(/^text\/event-stream/);
  const events: object[] = [];
  let wake = () => {};
  response.setEncoding('utf8').on('data', (text: string) => {
    for (const [, data] of text.matchAll(/^data: (.*)$/gm)) events.push(JSON.parse(data!) as object);
    wake();
  });
  const ended = new Promise<void>((resolve) => response.once('close', resolve));
  response.on('error', () => undefined);
  const next = async (count: number) => {
    while (events.length < count) await new Promise<void>((resolve) => (wake = resolve));
    return events;
  };
  return { events, ended, next, stop: () => response.destroy() };
}

const change = (what: object) => desk.watchers.forEach((look) => look(what));

test('says what changed to those who may see it', async () => {
  const [li, zhao] = [await feed(await desk.as('li', 'service')), await feed(await desk.as('zhao', 'leader'))];
  change({ caseNumber: '306-2817-5' });
  change({ conversationId: 'conversation-1' });
  change({ person: 'zhao' });
  expect(await li.next(2)).toEqual([
    { type: 'case', number: '306-2817-5', version: 1 },
    { type: 'conversation', id: 'conversation-1', control: 'bot' },
  ]);
  expect(await zhao.next(2)).toEqual(
    expect.arrayContaining([{ type: 'conversation', id: 'conversation-1', control: 'bot' }, { type: 'notification' }]),
  );
  expect(zhao.events).not.toContainEqual(expect.objectContaining({ type: 'case' }));
});

test('a recusal during the stream counts', async () => {
  const client = await desk.as('li', 'service');
  const li = await feed(client);
  await client.post('/cases/306-2817-5/operations/recuse', { person: 'li' });
  change({ caseNumber: '306-2817-5' });
  change({ person: 'li' });
  expect(await li.next(1)).toEqual([{ type: 'notification' }]);
});

test('ends with the session', async () => {
  const client = await desk.as('li', 'service');
  const li = await feed(client);
  await client.send('delete', '/session');
  change({ person: 'li' });
  await li.ended;
  expect(li.events).toEqual([]);
}, 5000);

test('ends when the account is closed', async () => {
  const li = await feed(await desk.as('li', 'service'));
  await desk.stores.staff.update('li', { active: false });
  change({ caseNumber: '306-2817-5' });
  await li.ended;
  expect(li.events).toEqual([]);
}, 5000);

test('ends by the next beat when the session runs out while nothing happens', async () => {
  const beats = jest.spyOn(globalThis, 'setInterval');
  const li = await feed(await desk.as('li', 'service'));
  const beat = beats.mock.calls.find(([, ms]) => ms === 15_000)![0] as () => void;
  beats.mockRestore();
  beat();
  change({ person: 'li' });
  expect(await li.next(1)).toEqual([{ type: 'notification' }]);
  desk.later(12 * 60);
  beat();
  await li.ended;
}, 5000);

test('nobody watches the desk when nobody is there', async () => {
  const [one, two] = [await feed(await desk.as('li', 'service')), await feed(await desk.as('wang', 'service'))];
  expect(desk.watchers.size).toBe(1);
  one.stop();
  two.stop();
  await Promise.all([one.ended, two.ended]);
  while (desk.watchers.size > 0) await new Promise(setImmediate);
  const again = await feed(await desk.as('li', 'service'));
  change({ person: 'li' });
  expect(await again.next(1)).toEqual([{ type: 'notification' }]);
});
