import request from 'supertest';
import type { Message } from '../../../src/domain/message.js';
import { fileLink } from '../../../src/http/file-link.js';
import { fakeCase } from '../support/fake-case.js';
import { fakeConversation, HttpDesk, type StaffClient } from '../support/http-desk.js';

let desk: HttpDesk;
let li: StaffClient;

beforeEach(async () => {
  desk = await HttpDesk.open();
  await desk.stores.conversations.create(fakeConversation({ seq: 2 }));
  await desk.stores.messages.record([message(1, 'customer', '你好'), message(2, 'bot', '您好')]);
  li = await desk.as('li', 'service');
});
afterEach(() => desk.close());

function message(seq: number, from: Message['from'], text: string): Message {
  const at = new Date(desk.now.getTime() + seq * 1000);
  return {
    id: `m${seq}`,
    conversationId: 'conversation-1',
    seq,
    from,
    text,
    files: [],
    at,
    state: 'sent',
    attempts: 0,
  };
}

const ids = async (who: StaffClient, query = '') =>
  ((await who.get(`/conversations${query}`)).body as { conversations: { id: string }[] }).conversations.map(
    ({ id }) => id,
  );

test('lists by control, with who it is and the last words', async () => {
  await desk.stores.cases.create(fakeCase({ conversationId: 'conversation-1' }));
  const { body } = await li.get('/conversations?control=bot');
  expect(body.conversations).toMatchObject([
    { id: 'conversation-1', control: 'bot', name: '王小明', last: '你好', cases: ['306-2817-5'], playbook: 'travel' },
  ]);
  expect(await ids(li, '?control=waiting')).toEqual([]);
  expect((await li.get('/conversations?control=everyone')).status).toBe(400);
});

test('the last words are those of a choice where one was chosen', async () => {
  const asked = { ...message(3, 'bot', '您接受吗？'), choices: [{ id: 'accept', label: '接受' }] };
  await desk.stores.messages.record([asked, { ...message(4, 'customer', ''), choice: 'accept' }]);
  await desk.stores.conversations.replace(fakeConversation({ seq: 4, version: 2 }), 1);
  expect((await li.get('/conversations')).body.conversations).toMatchObject([{ last: '接受' }]);
});

test('shows messages in order, the latest at first, more after a cursor', async () => {
  const { body } = await li.get('/conversations/conversation-1');
  expect(body.messages.map(({ text }: { text: string }) => text)).toEqual(['你好', '您好']);
  expect(body.cursor).toBe('2');
  await desk.stores.messages.record([message(3, 'customer', '在吗')]);
  const more = await li.get('/conversations/conversation-1?after=2');
  expect(more.body.messages).toMatchObject([{ text: '在吗', seq: 3, state: 'sent' }]);
  expect((await li.get('/conversations/conversation-1?after[$gt]=2')).status).toBe(200);
  expect((await li.get('/conversations/conversation-1?after=x')).status).toBe(400);
});

test('nothing of the customer’s token or address is shown', async () => {
  await desk.stores.conversations.create(
    fakeConversation({ id: 'c2', tokenHash: 'the-hash', address: { chat: 'the-address' } }),
  );
  expect((await li.get('/conversations/c2')).text).not.toMatch(/the-hash|the-address/);
});

test('is not there for people of other procedures and the recused', async () => {
  const outsider = await desk.as('chen', 'front-desk');
  expect(await ids(outsider)).toEqual([]);
  expect((await outsider.get('/conversations/conversation-1')).status).toBe(404);
  expect((await outsider.post('/conversations/conversation-1/operations/say', { text: 'x' })).status).toBe(404);
  await desk.stores.cases.create(fakeCase({ conversationId: 'conversation-1', accused: 'Li' }));
  expect(await ids(li)).toEqual([]);
  expect((await li.get('/conversations/conversation-1')).status).toBe(404);
  expect(await ids(await desk.as('boss', 'admin'))).toEqual(['conversation-1']);
});

test('is not there for whom the customer names in a draft', async () => {
  const draft = { fields: { accused: 'Li' } } as never;
  const dialog = { draft, greeted: true, insults: 0, said: [], memory: {} };
  await desk.stores.conversations.create(fakeConversation({ id: 'c2', customerId: 'customer-2', dialog }));
  expect((await li.get('/conversations/c2')).status).toBe(404);
  expect((await (await desk.as('wang', 'service')).get('/conversations/c2')).status).toBe(200);
});

test('an operation answers the conversation; somebody else’s is refused', async () => {
  const taken = await li.post('/conversations/conversation-1/operations/take-over', {}, { 'Idempotency-Key': 'k' });
  expect([taken.status, taken.body.control, taken.body.agent]).toEqual([200, 'agent', 'li']);
  expect(taken.body.messages).toHaveLength(2);
  expect(desk.operations.performed).toMatchObject([{ verb: 'take-over', cause: 'staff/li/take-over/key/k' }]);
  const wang = await desk.as('wang', 'service');
  for (const [verb, args] of [
    ['take-over', {}],
    ['say', { text: 'x' }],
  ] as const) {
    const refused = await wang.post(`/conversations/conversation-1/operations/${verb}`, args);
    expect([refused.status, refused.body.code]).toEqual([409, 'ALREADY_TAKEN']);
  }
  expect((await li.post('/conversations/conversation-1/operations/say', { text: '' })).body.code).toBe('INVALID');
  expect((await li.post('/conversations/conversation-1/operations/add-note', { text: 'x' })).body.code).toBe(
    'UNKNOWN_VERB',
  );
});

test('a file sent in it is an attachment for those who see it', async () => {
  const { sha256 } = await desk.stores.files.put(Buffer.from('photo'));
  const files = [{ fileId: 'f', name: 'a.png', type: 'image/png', sha256 }];
  await desk.stores.messages.record([{ ...message(3, 'customer', ''), files }]);
  const address = `/files/${sha256}?conversation=conversation-1`;
  const answer = await li.get(address);
  expect([answer.status, answer.body.toString(), answer.get('content-disposition')]).toEqual([
    200,
    'photo',
    'attachment; filename=a.png',
  ]);
  expect((await (await desk.as('chen', 'front-desk')).get(address)).status).toBe(404);
  expect((await li.get(`/files/${'0'.repeat(64)}?conversation=conversation-1`)).status).toBe(404);
});

describe('a file for a reply', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex');
  const upload = (who: StaffClient, bytes: Buffer, name: string, csrf = who.csrf, id = 'conversation-1') =>
    request(who.app)
      .post(`/desk/api/v1/conversations/${id}/files`)
      .set('Cookie', who.cookie)
      .set('X-CSRF-Token', csrf)
      .attach('file', bytes, name);

  test('is kept under its hash in the name of whoever uploaded it, by the rules of evidence', async () => {
    const { status, body } = await upload(li, PNG, 'plan.png');
    expect([status, body.type, body.size]).toEqual([201, 'image/png', PNG.length]);
    expect(await desk.stores.files.find(body.fileId as string)).toMatchObject({ by: 'li', sha256: body.sha256 });
    const refused = await upload(li, Buffer.from('<svg onload="alert(1)">'), 'a.png');
    expect([refused.status, refused.body.code]).toEqual([422, 'FILE_REFUSED']);
  });

  test('needs the session’s token and a conversation that one sees', async () => {
    expect((await upload(li, PNG, 'a.png', 'wrong')).body.code).toBe('CSRF');
    expect((await upload(await desk.as('chen', 'front-desk'), PNG, 'a.png')).status).toBe(404);
    expect((await upload(li, PNG, 'a.png', li.csrf, 'none')).status).toBe(404);
  });

  test('no form but that one is taken', async () => {
    const answer = await request(li.app)
      .post('/desk/api/v1/conversations/conversation-1/operations/say')
      .set('Cookie', li.cookie)
      .set('X-CSRF-Token', li.csrf)
      .field('text', 'x');
    expect(answer.status).toBe(400);
  });

  test('is fetched by its signed link as an attachment, and by no other', async () => {
    const { body } = await upload(li, PNG, '计划.png');
    const fileId = body.fileId as string;
    const link = fileLink(desk.ports.links, fileId, desk.now);
    const answer = await request(desk.app).get(link);
    expect([answer.status, answer.get('content-type'), answer.get('x-content-type-options')]).toEqual([
      200,
      'image/png',
      'nosniff',
    ]);
    expect(answer.get('content-disposition')).toMatch(/^attachment/);
    expect((await request(desk.app).get(link.slice(0, -1))).status).toBe(404);
    const other = link.replace(fileId, 'another');
    expect((await request(desk.app).get(other)).status).toBe(404);
  });
});
