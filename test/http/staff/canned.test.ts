import { HttpDesk, type StaffClient } from '../support/http-desk.js';

let desk: HttpDesk;
let li: StaffClient;
let admin: StaffClient;
beforeEach(async () => {
  desk = await HttpDesk.open();
  li = await desk.as('li', 'service');
  admin = await desk.as('boss', 'admin');
});
afterEach(() => desk.close());

interface Reply {
  id: string;
  title: string;
  shared: boolean;
}
const titles = async (who: StaffClient) =>
  ((await who.get('/canned-replies')).body as { replies: Reply[] }).replies.map(({ title }) => title);
const HELLO = { title: '问候', text: '{{customer.name}}您好，我是{{ agent.name }}，编号 {{case.number}}。' };

test('one’s own are for oneself, everybody’s for all', async () => {
  const own = await li.post('/canned-replies', HELLO);
  expect([own.status, own.body.shared]).toEqual([201, false]);
  expect(
    (await admin.post('/canned-replies', { ...HELLO, title: '大家的', language: 'zh-CN', shared: true })).status,
  ).toBe(201);
  expect(await titles(li)).toEqual(['大家的', '问候']);
  expect(await titles(await desk.as('wang', 'service'))).toEqual(['大家的']);
});

test('everybody’s are kept by administrators, one’s own by nobody else', async () => {
  expect((await li.post('/canned-replies', { ...HELLO, shared: true })).body.code).toBe('FORBIDDEN');
  const { body: shared } = await admin.post('/canned-replies', { ...HELLO, shared: true });
  const { body: own } = await li.post('/canned-replies', HELLO);
  const path = (reply: Reply) => `/canned-replies/${reply.id}`;
  expect((await li.send('patch', path(shared as Reply), { title: 'x' })).status).toBe(403);
  expect((await admin.send('patch', path(own as Reply), { title: 'x' })).status).toBe(404);
  expect((await admin.send('delete', path(own as Reply))).status).toBe(404);
  const changed = await li.send('patch', path(own as Reply), { text: '您好', language: 'zh-TW' });
  expect(changed.body).toMatchObject({ title: '问候', text: '您好', language: 'zh-TW', shared: false });
  expect((await li.send('patch', path(own as Reply), { language: null })).body).not.toHaveProperty('language');
  expect((await li.send('delete', path(own as Reply))).status).toBe(204);
  expect((await li.send('delete', path(own as Reply))).status).toBe(404);
  expect((await admin.send('delete', path(shared as Reply))).status).toBe(204);
  expect(await titles(li)).toEqual([]);
});

test('a variable that nothing fills is refused, and words that are none', async () => {
  const answer = await li.post('/canned-replies', { ...HELLO, text: '{{customer.card}}' });
  expect([answer.status, answer.body]).toEqual([
    400,
    { code: 'BAD_REQUEST', field: 'text', message: 'text: nothing fills {{customer.card}}' },
  ]);
  expect((await li.post('/canned-replies', { title: ' ', text: 'x' })).status).toBe(400);
  expect((await li.post('/canned-replies', { title: 'x', text: 'x', owner: 'wang' })).status).toBe(400);
});

test('there is an end to them', async () => {
  for (let n = 0; n < 200; n += 1)
    await desk.stores.cannedReplies.create({ id: `${n}`, title: 'x', text: 'x', owner: 'li', by: 'li', at: desk.now });
  expect((await li.post('/canned-replies', HELLO)).body.code).toBe('TOO_MANY');
  expect((await admin.post('/canned-replies', HELLO)).status).toBe(201);
});
