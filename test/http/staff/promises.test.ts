import type { Obligation } from '../../../src/domain/obligation.js';
import { reportsOwed } from '../../../src/operations/reports-owed.js';
import { playbookNamed } from '../../operations/support/desk.js';
import { fakeCase } from '../support/fake-case.js';
import { fakeConversation, HttpDesk, type StaffClient } from '../support/http-desk.js';

let desk: HttpDesk;
let li: StaffClient;

const owed = (id: string, over: Partial<Obligation>): Obligation => ({
  id,
  kind: 'status-update',
  detail: { secret: 'inside' },
  dueAt: new Date('2026-03-03T01:00:00Z'),
  state: 'owed',
  order: 1,
  ...over,
});

beforeEach(async () => {
  desk = await HttpDesk.open();
  li = await desk.as('li', 'service');
  await desk.stores.cases.create(fakeCase({ number: 'mine' }));
  await desk.stores.cases.create(fakeCase({ number: 'others', seenBy: ['role:leader'] }));
  await desk.stores.cases.create(fakeCase({ number: 'recused', accused: 'Li' }));
  await desk.stores.conversations.create(fakeConversation({ id: 'hotel', playbookId: 'hotel', customerId: 'c9' }));
});
afterEach(() => desk.close());

test('obligations are shown for what one may see, with the promised date', async () => {
  const promisedAt = new Date('2026-03-03T02:00:00Z');
  for (const one of [
    owed('o1', { caseNumber: 'mine', to: 'service', promisedAt }),
    owed('o2', { caseNumber: 'others' }),
    owed('o3', { caseNumber: 'recused' }),
    owed('o4', { conversationId: 'hotel' }),
    owed('o5', { caseNumber: 'mine', state: 'kept' }),
  ])
    await desk.stores.obligations.owe(one);
  expect((await li.get('/obligations?state=owed')).body).toEqual({
    obligations: [
      {
        id: 'o1',
        kind: 'status-update',
        to: 'service',
        case: 'mine',
        dueAt: promisedAt.toISOString(),
        state: 'owed',
        byDesk: true,
      },
    ],
    cursor: null,
  });
  const boss = await desk.as('boss', 'admin');
  const all = (await boss.get('/obligations?state=owed')).body as { obligations: { id: string }[] };
  expect(all.obligations.map(({ id }) => id).sort()).toEqual(['o1', 'o2', 'o3', 'o4']);
  expect((await li.get('/obligations?state=everything')).status).toBe(400);
  expect((await li.get('/obligations?state[$ne]=owed')).status).toBeLessThan(500);
});

test('notifications are one’s own, and end with one’s part in the case', async () => {
  const row = { text: '新投诉', urgent: false, at: desk.now };
  await desk.stores.notifications.add([
    { ...row, id: 'n1/li', to: 'li', caseNumber: 'mine' },
    { ...row, id: 'n1/wang', to: 'wang', caseNumber: 'mine' },
    { ...row, id: 'n2/li', to: 'li', caseNumber: 'recused' },
  ]);
  const { body } = await li.get('/notifications');
  expect(body.notifications).toEqual([
    { id: 'n1/li', text: '新投诉', case: 'mine', urgent: false, at: desk.now.toISOString() },
  ]);
  expect((await li.get('/notifications?since=2026-03-02T02:00:00Z')).body.notifications).toEqual([]);
  expect((await li.get('/notifications?since=yesterday')).status).toBe(400);
});

test('obligations come page by page, also where several are due at once', async () => {
  const due = (id: string, day: number) => owed(id, { caseNumber: 'mine', dueAt: new Date(Date.UTC(2026, 2, day)) });
  for (const one of [due('c', 3), due('a', 3), due('b', 3), due('z_9', 2), due('d', 4)])
    await desk.stores.obligations.owe(one);
  const ids: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const { body } = await li.get(`/obligations?limit=2${after && `&after=${encodeURIComponent(after)}`}`);
    ids.push(...(body.obligations as { id: string }[]).map(({ id }) => id));
    after = body.cursor as string | null;
  }
  expect(ids).toEqual(['z_9', 'a', 'b', 'c', 'd']);
  expect((await li.get('/obligations?after=nonsense')).status).toBe(400);
});

test('what was told is marked read once, and only by whom it was told', async () => {
  const row = { text: '新投诉', urgent: false, at: desk.now };
  await desk.stores.notifications.add([
    { ...row, id: 'n1/li', to: 'li' },
    { ...row, id: 'n1/wang', to: 'wang' },
  ]);
  const ids = ['n1/li', 'n1/wang'];
  expect((await li.post('/notifications/read', { ids })).body).toEqual({ read: 1 });
  expect((await li.post('/notifications/read', { ids })).body).toEqual({ read: 0 });
  const [mine] = (await li.get('/notifications')).body.notifications as { readAt: string }[];
  expect(mine?.readAt).toBe(desk.now.toISOString());
  expect((await desk.stores.notifications.list({ to: 'wang', limit: 9 }))[0]?.readAt).toBeUndefined();
});

test('an admin has the desk act on a promise now; what a person owes is theirs to keep', async () => {
  const far = new Date('2027-01-01T00:00:00Z');
  await desk.stores.obligations.owe(owed('o1', { caseNumber: 'mine', dueAt: far }));
  await desk.stores.obligations.owe(owed('o2', { caseNumber: 'mine', dueAt: far, byPerson: true }));
  expect((await li.post('/obligations/replay', { id: 'o1' })).status).toBe(403);
  const admin = await desk.as('boss', 'admin');
  expect((await admin.post('/obligations/replay', { id: 'o2' })).status).toBe(404);
  expect(await desk.stores.obligations.claimDue(desk.now, far, 9)).toEqual([]);
  expect((await admin.post('/obligations/replay', { id: 'o1' })).status).toBe(200);
  expect((await desk.stores.obligations.claimDue(desk.now, far, 9)).map(({ id }) => id)).toEqual(['o1']);
});

test('what another procedure owes bears its role in words', async () => {
  const hotel = playbookNamed('hotel-frontdesk');
  const other = await HttpDesk.open({ playbooks: () => [hotel] });
  const [report] = reportsOwed(hotel, other.now);
  await other.stores.obligations.owe(report!);
  const { body } = await (await other.as('li', 'service')).get('/obligations?state=owed');
  const role = hotel.roles.find(({ id }) => id === report!.to);
  expect(body.obligations).toMatchObject([{ kind: 'report', playbook: hotel.id, toLabel: role!.label }]);
  await other.close();
});
