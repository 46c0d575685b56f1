import { jest } from '@jest/globals';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import type { InboundMessage, Message } from '../../../src/domain/message.js';
import { HttpDesk } from '../support/http-desk.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let desk: HttpDesk;
let taken: InboundMessage[];
let watching: (() => void)[];
let id: string;
let token: string;

beforeEach(async () => {
  [taken, watching] = [[], []];
  desk = await HttpDesk.open({
    take: async (inbound) => {
      const duplicate = taken.some(({ deliveryId }) => deliveryId === inbound.deliveryId);
      if (!duplicate) taken.push(inbound);
      return { duplicate };
    },
    watch: (_, look) => {
      watching.push(look);
      return () => void (watching = watching.filter((one) => one !== look));
    },
  });
  const opened = await request(desk.app).post('/chat/conversations').send({ locale: 'zh-CN' });
  expect(opened.status).toBe(201);
  ({ conversationId: id, token } = opened.body as { conversationId: string; token: string });
});
afterEach(() => desk.close());

const say = (body: object, bearer = token) =>
  request(desk.app).post(`/chat/conversations/${id}/messages`).set('Authorization', `Bearer ${bearer}`).send(body);
const read = (query = '', bearer = token) =>
  request(desk.app).get(`/chat/conversations/${id}/messages${query}`).set('Authorization', `Bearer ${bearer}`);
const upload = (name: string, bytes: Buffer, field = 'file') =>
  request(desk.app)
    .post(`/chat/conversations/${id}/files`)
    .set('Authorization', `Bearer ${token}`)
    .attach(field, bytes, name);

const row = (seq: number, over: Partial<Message> = {}): Message => ({
  id: `m${seq}`,
  conversationId: id,
  seq,
  from: 'bot',
  text: `text ${seq}`,
  files: [],
  at: desk.now,
  state: 'sent',
  attempts: 0,
  ...over,
});

describe('a conversation', () => {
  test('opens under a published playbook only', async () => {
    const answer = await request(desk.app).post('/chat/conversations').send({ playbook: 'unheard-of' });
    expect([answer.status, answer.body.field]).toEqual([400, 'playbook']);
  });

  test('is its token’s holder’s alone; the store keeps the token’s hash', async () => {
    expect((await read('', 'wrong')).status).toBe(401);
    expect((await request(desk.app).get(`/chat/conversations/${id}/messages`)).status).toBe(401);
    const stored = (await desk.stores.conversations.find(id))!;
    expect((await read('', stored.tokenHash)).status).toBe(401);
    expect((await read('')).status).toBe(200);
    expect((await read('', 'wrong')).status).toBe(401);
    expect((await request(desk.app).get('/chat/conversations/unknown/messages')).status).toBe(404);
  });
});

describe('messages', () => {
  test('are taken once for one id', async () => {
    expect((await say({ id: 'a', text: '你好' })).body).toEqual({ accepted: true, duplicate: false });
    const again = await say({ id: 'a', text: '你好' });
    expect([again.status, again.body]).toEqual([202, { accepted: true, duplicate: true }]);
    expect(taken).toMatchObject([{ conversationId: id, channel: 'web-chat', deliveryId: 'a', text: '你好' }]);
  });

  test.each([
    [[], undefined],
    [{ text: 'x' }, 'id'],
    [{ id: 'a' }, 'text'],
    [{ id: 'a', text: { $gt: '' } }, 'text'],
    [{ id: 'a', text: 'x', from: 'agent' }, 'from'],
    [{ id: 'a', text: 'x', files: ['not-uploaded'] }, 'files'],
  ])('of the form %j are refused', async (body, field) => {
    const answer = await say(body);
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([400, 'BAD_REQUEST', field]);
    expect(taken).toEqual([]);
  });

  test('more than 20 in 10 s wait; a refused one is not taken', async () => {
    for (let n = 0; n < 20; n += 1) expect((await say({ id: `${n}`, text: 'x' })).status).toBe(202);
    const refused = await say({ id: 'more', text: 'x' });
    expect([refused.status, refused.get('retry-after')]).toEqual([429, '10']);
    desk.later(1);
    expect((await say({ id: 'more', text: 'x' })).status).toBe(202);
    expect(taken).toHaveLength(21);
  });

  test('are read in order after a cursor, and none before the one that is still being written', async () => {
    await desk.stores.messages.record([row(1), row(2, { state: 'queued' }), row(4)]);
    const { body } = await read();
    expect(body).toEqual({
      messages: [{ id: 'm1', from: 'bot', text: 'text 1', at: desk.now.toISOString() }],
      cursor: '2',
    });
    await desk.stores.messages.record([row(3)]);
    expect((await read('?after=2')).body).toMatchObject({ messages: [{ id: 'm3' }, { id: 'm4' }], cursor: '4' });
    expect((await read('?after=x')).body).toMatchObject({ code: 'BAD_REQUEST', field: 'after' });
  });
});

describe('evidence', () => {
  test('is stored under its hash and may then be named by a message', async () => {
    const answer = await upload('照片.png', PNG);
    expect(answer.status).toBe(201);
    const { fileId, sha256 } = answer.body as { fileId: string; sha256: string };
    expect(await desk.stores.files.get(sha256)).toEqual(PNG);
    expect((await say({ id: 'a', text: '', files: [fileId] })).status).toBe(202);
    expect(taken[0]?.files).toEqual([{ fileId, name: '照片.png', type: 'image/png', size: PNG.length, sha256 }]);
  });

  test.each([
    ['a page that calls itself a picture', 'a.png', Buffer.from('<script>alert(1)</script>')],
    ['nothing', 'a.png', Buffer.alloc(0)],
    ['a name that is a path', '..\\..\\a.png', PNG],
  ])('that is %s is refused', async (_, name, bytes) => {
    const answer = await upload(name, bytes);
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'FILE_REFUSED', field: 'file' }]);
  });

  test('of another conversation cannot be named', async () => {
    const { fileId } = (await upload('a.png', PNG)).body as { fileId: string };
    const other = await request(desk.app).post('/chat/conversations').send({});
    const { conversationId, token: bearer } = other.body as { conversationId: string; token: string };
    const answer = await request(desk.app)
      .post(`/chat/conversations/${conversationId}/messages`)
      .set('Authorization', `Bearer ${bearer}`)
      .send({ id: 'a', text: 'x', files: [fileId] });
    expect([answer.status, answer.body.field]).toEqual([400, 'files']);
  });
});

/** The stream's text so far, told at every piece of it. */
async function following(run: (follow: (after?: string) => Promise<Followed>) => Promise<void>): Promise<void> {
  const server = createServer(desk.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    await run(async (after) => {
      const headers = { authorization: `Bearer ${token}`, ...(after && { 'last-event-id': after }) };
      const path = `/chat/conversations/${id}/events`;
      const stream = await new Promise<IncomingMessage>((resolve) => get({ port, path, headers }, resolve));
      let [text, wake] = ['', () => {}];
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        wake();
      });
      stream.on('error', () => undefined);
      return async (pattern, count) => {
        for (;;) {
          const found = [...text.matchAll(pattern)].map(([, ...groups]) => groups.map(String));
          if (found.length >= count) return found;
          await new Promise<void>((resolve) => (wake = resolve));
        }
      };
    });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
/** What matched, once so many did. */
type Followed = (pattern: RegExp, count: number) => Promise<string[][]>;
const MESSAGE = /^id: (\d+)\ndata: .*?"id":"(\w+)"/gm;

test('the stream sends each message once and goes on from the last event seen', () =>
  following(async (follow) => {
    await desk.stores.messages.record([row(1), row(2)]);
    const one = await follow();
    expect(await one(MESSAGE, 2)).toEqual([
      ['1', 'm1'],
      ['2', 'm2'],
    ]);
    await desk.stores.messages.record([row(3)]);
    watching.forEach((look) => (look(), look()));
    expect(await one(MESSAGE, 3)).toEqual([
      ['1', 'm1'],
      ['2', 'm2'],
      ['3', 'm3'],
    ]);
    expect(await (await follow('2'))(MESSAGE, 1)).toEqual([['3', 'm3']]);
  }));

describe('that somebody writes', () => {
  const TYPING = /^(?<!id: \d+\n)event: typing\ndata: (.*)$/gm;
  const told = (...names: (string | null)[]) => names.map((name) => [JSON.stringify({ name })]);
  const hold = async (agent: string) => {
    const now = (await desk.stores.conversations.find(id))!;
    const next = { ...now, version: now.version + 1, control: { by: 'agent' as const, agent, since: desk.now } };
    expect(await desk.stores.conversations.replace(next, now.version)).toBe(true);
  };

  test('is told under the name that customers know, without a place of its own, and only of who has the conversation', () =>
    following(async (follow) => {
      const [li, wang] = [await desk.as('li', 'service'), await desk.as('wang', 'service')];
      const writes = (who: typeof li, typing: boolean) =>
        who.post(`/conversations/${id}/presence`, { typing }).expect(204);
      await hold('li');
      const customer = await follow();
      await writes(wang, true);
      await writes(li, true);
      await customer(TYPING, 1);
      await writes(li, false);
      expect(await customer(TYPING, 2)).toEqual(told('LI', null));
      await hold('wang');
      await writes(wang, false);
      await writes(wang, true);
      expect(await customer(TYPING, 3)).toEqual(told('LI', null, 'WANG'));
      await hold('li');
      watching.forEach((look) => look());
      expect(await customer(TYPING, 4)).toEqual(told('LI', null, 'WANG', null));
      await desk.stores.messages.record([row(1)]);
      watching.forEach((look) => look());
      expect(await customer(MESSAGE, 1)).toEqual([['1', 'm1']]);
    }));

  test('ends when nothing more is heard of it, and is told to who comes later', () =>
    following(async (follow) => {
      const li = await desk.as('li', 'service');
      await hold('li');
      await li.post(`/conversations/${id}/presence`, { typing: true }).expect(204);
      const timers = jest.spyOn(globalThis, 'setInterval');
      const customer = await follow();
      expect(await customer(TYPING, 1)).toEqual(told('LI'));
      const look = timers.mock.calls.find(([, ms]) => ms === 1000)![0] as () => void;
      timers.mockRestore();
      desk.now = new Date(desk.now.getTime() + 8000);
      look();
      expect(await customer(TYPING, 2)).toEqual(told('LI', null));
    }));
});

test('other sites may use it when they are allowed, and read Retry-After', async () => {
  const ask = (origin: string) => request(desk.app).options('/chat/conversations').set('Origin', origin);
  const allowed = await ask('https://hotel.example');
  expect([allowed.status, allowed.get('access-control-allow-origin')]).toEqual([204, 'https://hotel.example']);
  expect(allowed.get('access-control-allow-headers')).toContain('Authorization');
  expect((await ask('https://elsewhere.example')).get('access-control-allow-origin')).toBeUndefined();
  expect((await ask('null')).get('access-control-allow-origin')).toBeUndefined();
});
