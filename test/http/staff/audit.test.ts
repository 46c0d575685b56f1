import request from 'supertest';
import type { Message } from '../../../src/domain/message.js';
import { fakeCase } from '../support/fake-case.js';
import { HttpDesk, PASSWORD } from '../support/http-desk.js';

interface Entry {
  at: string;
  by: string;
  what: string;
  case?: string;
  about?: string;
  detail?: Record<string, string>;
}

let desk: HttpDesk;
beforeEach(async () => (desk = await HttpDesk.open()));
afterEach(() => desk.close());

async function audit(query = ''): Promise<Entry[]> {
  const { body } = await (await desk.as('auditor', 'admin')).get(`/audit?${query}`);
  return (body.entries as Entry[]).filter(({ by }) => by !== 'auditor');
}
const said = async (query?: string) =>
  (await audit(query)).map(({ by, what, about }) => [by, what, about].filter(Boolean).join(' ')).sort();

const obligation = {
  id: 'C1/status-update',
  kind: 'status-update' as const,
  caseNumber: 'C1',
  detail: {},
  state: 'owed' as const,
  order: 0,
};
const parked: Message = {
  id: '["telegram","1","4711","9"]',
  conversationId: 'c',
  from: 'customer',
  text: '我的电话是 13800138000',
  files: [],
  at: new Date('2026-03-02T01:00:00Z'),
  state: 'parked',
  attempts: 5,
};

test('what is taken up again is kept, without what the customer said or who they are', async () => {
  const boss = await desk.as('boss', 'admin');
  await desk.stores.messages.take(parked);
  await desk.stores.obligations.owe({ ...obligation, dueAt: desk.now });
  await desk.stores.webhooks.owe([
    {
      id: 'w/C1/opened',
      webhookId: 'w',
      event: 'case.opened',
      body: '{}',
      state: 'dead',
      attempts: 9,
      at: desk.now,
    } as never,
  ]);
  await boss.post('/dead-letters/replay', { id: parked.id });
  await boss.post('/obligations/replay', { id: obligation.id });
  await boss.post('/webhook-deliveries/replay', { id: 'w/C1/opened' });
  expect((await boss.post('/dead-letters/replay', { id: 'none' })).status).toBe(404);
  expect(await said('kind=replay')).toEqual([
    'boss replay-delivery C1',
    'boss replay-message c',
    'boss replay-promise C1',
  ]);
  expect(JSON.stringify(await audit())).not.toMatch(/4711|13800138000/);
});

test('a change of somebody’s rights says from what to what; of what is personal only that it changed', async () => {
  const boss = await desk.as('boss', 'admin');
  await boss.post('/staff', { name: 'lin', displayName: 'Lin Da', roles: ['service'] });
  await boss.send('patch', '/staff/lin', { roles: ['service', 'leader'], displayName: 'Lin Xiao' });
  await boss.send('patch', '/staff/lin', { offDuty: true });
  await boss.send('patch', '/staff/lin', { active: false });
  await boss.send('patch', '/staff/lin', { active: true });
  await boss.post('/staff/lin/invitation', {});
  const all = (await audit('kind=staff&q=lin')).map(({ what, detail }) => [what, detail]);
  expect(all).toHaveLength(5);
  expect(all).toEqual(
    expect.arrayContaining([
      ['invite', { roles: 'service' }],
      ['change-person', { roles: 'service → service, leader', changed: 'displayName' }],
      ['close-account', undefined],
      ['open-account', undefined],
      ['invite-again', undefined],
    ]),
  );
  expect(JSON.stringify(await audit())).not.toContain('Lin');
});

test('signing in, failing to, signing out and sessions that are ended', async () => {
  const boss = await desk.as('boss', 'admin');
  await desk.as('li', 'service');
  await desk.signIn('li', 'wrong');
  await desk.signIn('my-password-by-mistake', PASSWORD);
  const { sessions } = (await boss.get('/sessions?name=li')).body as { sessions: { id: string }[] };
  await boss.send('delete', `/sessions/${sessions[0]!.id}`);
  await boss.send('delete', '/session');
  expect((await said('kind=session')).filter((one) => !one.endsWith(' sign-in'))).toEqual([
    'boss end-session li',
    'boss sign-out',
    'li wrong-password',
  ]);
  expect(await said('kind=session&who=li&what=wrong-password')).toEqual(['li wrong-password']);
  expect(JSON.stringify(await audit())).not.toMatch(/mistake|wrong"|id-0/);
});

test('tokens and webhooks, made and taken away, and what a program does in somebody’s name', async () => {
  const boss = await desk.as('boss', 'admin');
  const { body: made } = await boss.post('/tokens', { label: 'CRM' });
  await request(desk.app)
    .post('/desk/api/v1/staff')
    .set('Authorization', `Bearer ${made.token}`)
    .send({ name: 'wu', roles: ['service'] });
  await boss.send('delete', `/tokens/${made.id}`);
  const { body: hook } = await boss.post('/webhooks', {
    url: 'https://crm.example/hook?key=secret',
    events: ['case.opened'],
  });
  await boss.send('delete', `/webhooks/${hook.id}`);
  expect(await said('kind=token')).toEqual(['boss make-token boss', 'boss revoke-token boss']);
  expect(await said('kind=webhook')).toEqual([`boss make-webhook ${hook.id}`, `boss remove-webhook ${hook.id}`]);
  const [invited] = await audit('what=invite&q=wu');
  expect(invited?.detail).toEqual({ roles: 'service', via: 'CRM' });
  expect(JSON.stringify(await audit())).not.toMatch(/secret|\?key/);
});

test('is read page by page, beside what was done to cases; the recused do not learn of their case', async () => {
  const at = (n: number) => new Date(desk.now.getTime() + n * 1000);
  for (let n = 0; n < 450; n += 1)
    await desk.stores.deskEvents.add({ id: `e${n}`, at: at(n), by: 'boss', kind: 'session', what: 'sign-in' });
  await desk.stores.cases.create(fakeCase({ number: 'C1', recused: [{ name: 'auditor', reason: 'named', by: 'li' }] }));
  await desk.stores.deskEvents.add({
    id: 'r',
    at: at(0),
    by: 'boss',
    kind: 'replay',
    what: 'replay-promise',
    about: 'C1',
  });
  const auditor = await desk.as('auditor', 'admin');
  const times: string[] = [];
  for (let after = ''; after !== 'end';) {
    const { body } = await auditor.get(`/audit?who=boss&after=end&afterDesk=${after}`.replace(/&afterDesk=$/, ''));
    times.push(...(body.entries as Entry[]).map((one) => one.at));
    after = (body.deskCursor as string | null) ?? 'end';
  }
  expect(times).toHaveLength(450);
  expect(times).toEqual(times.toSorted().reverse());
  expect(await said('kind=replay')).toEqual([]);
  expect((await (await desk.as('li', 'service')).get('/audit')).status).toBe(403);
});
