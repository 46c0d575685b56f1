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
async function feed({ cookie }: StaffClient, { after, last }: { after?: string; last?: string } = {}) {
  const { port } = server.address() as AddressInfo;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const path = `/desk/api/v1/feed${after === undefined ? '' : `?after=${after}`}`;
    get({ port, path, headers: { cookie, ...(last && { 'Last-Event-ID': last }) } }, resolve).on('error', reject);
  });
  expect(response.headers['content-type']).toMatch(/^text\/event-stream/);
  const events: object[] = [];
  const ids: string[] = [];
  let wake = () => {};
  response.setEncoding('utf8').on('data', (text: string) => {
    for (const [, id] of text.matchAll(/^id: (\d+)$/gm)) ids.push(id!);
    for (const [, data] of text.matchAll(/^data: (.*)$/gm)) events.push(JSON.parse(data!) as object);
    wake();
  });
  const ended = new Promise<void>((resolve) => response.once('close', resolve));
  response.on('error', () => undefined);
  const next = async (count: number) => {
    while (events.length < count) await new Promise<void>((resolve) => (wake = resolve));
    return events;
  };
  return { events, ids, ended, next, stop: () => response.destroy() };
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

describe('a feed that dropped', () => {
  const meanwhile = async () => {
    desk.later(1);
    const of = (await desk.stores.cases.find('306-2817-5'))!;
    await desk.stores.cases.replace({ ...of, version: 2 }, 1);
    const talk = (await desk.stores.conversations.find('conversation-1'))!;
    await desk.stores.conversations.replace({ ...talk, version: 2, control: WAITING }, 1);
    await desk.stores.notifications.add([{ id: 'n', to: 'zhao', text: 'x', urgent: false, at: desk.now }]);
    desk.later(1);
  };
  const WAITING = { by: 'waiting' as const, since: new Date(0), urgent: false, because: 'asked', asked: 1 };
  const TOLD = [
    { type: 'case', number: '306-2817-5', version: 2 },
    { type: 'conversation', id: 'conversation-1', control: 'waiting' },
  ];

  test('goes on from its last event, at any process, with what one may see', async () => {
    const client = await desk.as('li', 'service');
    const li = await feed(client);
    change({ person: 'li' });
    await li.next(1);
    li.stop();
    await li.ended;
    await meanwhile();
    const again = await feed(client, { last: li.ids.at(-1) });
    expect(await again.next(2)).toEqual(TOLD);
    const zhao = await feed(await desk.as('zhao', 'leader'), { after: li.ids.at(-1) });
    expect(await zhao.next(2)).toEqual([TOLD[1], { type: 'notification' }]);
    // What was told once is behind the last place.
    desk.later(1);
    const third = await feed(client, { last: String(desk.now.getTime()) });
    change({ person: 'li' });
    expect(await third.next(1)).toEqual([{ type: 'notification' }]);
  });

  test('tells nothing of what one was recused from meanwhile', async () => {
    const client = await desk.as('li', 'service');
    const place = String(desk.now.getTime());
    await meanwhile();
    await client.post('/cases/306-2817-5/operations/recuse', { person: 'li' });
    const li = await feed(client, { after: place });
    change({ person: 'li' });
    const told = await li.next(2);
    expect(told).toEqual(expect.arrayContaining([{ type: 'notification' }, TOLD[1]]));
    expect(told).toHaveLength(2);
  });

  test('gives a place at once, and another at each beat', async () => {
    const beats = jest.spyOn(globalThis, 'setInterval');
    const li = await feed(await desk.as('li', 'service'));
    const beat = beats.mock.calls.find(([, ms]) => ms === 15_000)![0] as () => void;
    beats.mockRestore();
    const first = desk.now.getTime();
    desk.later(1);
    beat();
    while (li.ids.length < 2) await new Promise(setImmediate);
    expect(li.ids).toEqual([String(first), String(desk.now.getTime())]);
  });

  test('is told to read everything again when too much happened', async () => {
    const place = String(desk.now.getTime());
    const client = await desk.as('li', 'service');
    const changed = jest.spyOn(desk.stores.conversations, 'changedSince');
    changed.mockResolvedValue(
      Array.from({ length: 2001 }, (_, n) => ({ id: `${n}`, at: desk.now, version: 1, seq: 0 })),
    );
    const li = await feed(client, { after: place });
    expect(await li.next(1)).toEqual([{ type: 'reset' }]);
    expect(li.ids).toHaveLength(1);
  });

  test('refuses a place that is none', async () => {
    const client = await desk.as('li', 'service');
    expect((await client.get('/feed?after=yesterday')).status).toBe(400);
  });
});

describe('who is there', () => {
  test('is told to colleagues who see the conversation, and not to oneself', async () => {
    const [li, wang] = [await desk.as('li', 'service'), await desk.as('wang', 'service')];
    const outsider = await desk.as('chen', 'front-desk');
    const feeds = [await feed(li), await feed(wang), await feed(outsider)] as const;
    expect((await li.post('/conversations/conversation-1/presence', {})).status).toBe(204);
    expect(await feeds[1].next(1)).toEqual([
      { type: 'presence', id: 'conversation-1', people: [{ name: 'li', typing: false }] },
    ]);
    await li.post('/conversations/conversation-1/presence', {}); // nothing new
    await li.post('/conversations/conversation-1/presence', { typing: true });
    expect((await feeds[1].next(2))[1]).toMatchObject({ people: [{ name: 'li', typing: true }] });
    expect((await wang.get('/conversations/conversation-1')).body.present).toEqual([{ name: 'li', typing: true }]);
    expect((await li.get('/conversations/conversation-1')).body.present).toEqual([]);
    await li.post('/conversations/conversation-1/presence', { here: false });
    expect((await feeds[1].next(3))[2]).toMatchObject({ people: [] });
    change({ person: 'li' });
    expect((await feeds[0].next(4)).slice(0, 3)).toEqual(
      Array(3).fill({ type: 'presence', id: 'conversation-1', people: [] }),
    );
    expect(feeds[2].events).toEqual([]);
    expect((await outsider.post('/conversations/conversation-1/presence', {})).status).toBe(404);
  });

  test('is forgotten when nothing more is heard of them', async () => {
    const [li, wang] = [await desk.as('li', 'service'), await desk.as('wang', 'service')];
    const timers = jest.spyOn(globalThis, 'setInterval');
    const watching = await feed(wang);
    const expire = timers.mock.calls.find(([, ms]) => ms === 2000)![0] as () => void;
    timers.mockRestore();
    await li.post('/conversations/conversation-1/presence', { typing: true });
    await watching.next(1);
    const after = (ms: number) => {
      desk.now = new Date(desk.now.getTime() + ms);
      expire();
    };
    after(7999);
    after(1); // writes no more
    await watching.next(2);
    after(16_999);
    after(1);
    expect(await watching.next(3)).toMatchObject([
      { people: [{ name: 'li', typing: true }] },
      { people: [{ name: 'li', typing: false }] },
      { people: [] },
    ]);
  });
});
