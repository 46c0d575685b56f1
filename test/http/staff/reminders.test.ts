import { playbookNamed } from '../../operations/support/desk.js';
import { fakeCase } from '../support/fake-case.js';
import { HttpDesk, type StaffClient } from '../support/http-desk.js';

const travel = playbookNamed('travel');
const REMIND = '/cases/C1/reminders';

let desk: HttpDesk;
let li: StaffClient;
beforeEach(async () => {
  desk = await HttpDesk.open({ playbooks: () => [travel], playbook: () => travel });
  li = await desk.as('li', 'service');
  await desk.hire('sun', ['department-head'], { department: 'tours' });
  await desk.hire('zhou', ['department-head'], { department: 'tours' });
  await desk.hire('boss', ['admin']);
});
afterEach(() => desk.close());

const { id, hash } = travel;
/** Waits for the heads of the department. */
const open = (over: Parameters<typeof fakeCase>[0] = {}) =>
  desk.stores.cases.create(
    fakeCase({ number: 'C1', playbook: { id, hash }, stage: 'assign', department: 'tours', ...over }),
  );
const told = async (name: string) => (await desk.stores.notifications.list({ to: name, limit: 9 })).length;

test('every holder of the role is told who reminds and of which case, and it is kept for the audit', async () => {
  await open();
  const changed: (string | undefined)[] = [];
  desk.watchers.add(({ person }) => void changed.push(person));
  const { status, body } = await li.post(REMIND);
  expect(status).toBe(201);
  expect(body).toEqual({ told: ['sun', 'zhou'], at: '2026-03-02T01:00:00.000Z', again: '2026-03-02T01:10:00.000Z' });
  const sun = await desk.as('sun');
  const [notice] = (await sun.get('/notifications')).body.notifications as { text: string; case: string }[];
  expect(notice).toMatchObject({ case: 'C1', role: 'department-head', urgent: true });
  expect(notice?.text).toContain('notify.reminded');
  expect(notice?.text).toContain('"person":"LI","number":"C1"');
  expect(changed).toEqual(['sun', 'zhou']);
  const boss = await desk.as('boss');
  const { entries } = (await boss.get('/audit?kind=reminder')).body as { entries: object[] };
  expect(entries).toMatchObject([{ by: 'li', what: 'remind-owner', about: 'C1', detail: { told: 'sun, zhou' } }]);
});

test('once in ten minutes for a person and a case; refused with words that say when again', async () => {
  await open();
  await open({ number: 'C2' });
  await li.post(REMIND);
  desk.later(3);
  const refused = await li.post(REMIND);
  expect(refused.status).toBe(429);
  expect(refused.body).toMatchObject({ code: 'TOO_MANY', message: expect.stringContaining('again in 7 min') });
  expect(refused.get('retry-after')).toBe('420');
  expect((await li.get('/cases/C1/course')).body.reminded).toEqual({
    at: '2026-03-02T01:00:00.000Z',
    again: '2026-03-02T01:10:00.000Z',
  });
  expect(await told('sun')).toBe(1);
  expect((await li.post('/cases/C2/reminders')).status).toBe(201);
  expect((await (await desk.as('wang', 'service')).post(REMIND)).status).toBe(201);
  desk.later(7);
  expect((await li.get('/cases/C1/course')).body.reminded).toBeUndefined();
  expect((await li.post(REMIND)).status).toBe(201);
});

test('one person who has the case is told alone', async () => {
  await desk.hire('wang', ['service']);
  await open({ stage: 'investigation', assigned: 'wang', assignedAs: { roles: ['service'] } as never });
  expect((await li.get('/cases/C1/course')).body.waitsFor).toEqual({ people: ['wang'], role: 'service' });
  expect((await li.post(REMIND)).body).toMatchObject({ told: ['wang'] });
  expect(await told('sun')).toBe(0);
});

test('recused people neither remind nor are reminded; where nobody is left the next above is', async () => {
  await desk.hire('gao', [travel.superiors['department-head']!]);
  const out = (name: string) => ({ name, reason: 'named', by: 'customer' });
  await open({ recused: [out('sun'), out('li')], accused: 'Zhou' });
  expect((await li.post(REMIND)).status).toBe(404);
  const wang = await desk.as('wang', 'service');
  expect((await wang.post(REMIND)).body).toMatchObject({ told: ['gao'] });
  expect([await told('sun'), await told('zhou'), await told('gao')]).toEqual([0, 0, 1]);
});

test('a recused administrator does not read in the audit who reminded whom', async () => {
  await desk.hire('chief', ['admin']);
  await open({ recused: [{ name: 'boss', reason: 'named', by: 'customer' }] });
  await li.post(REMIND);
  const seen = async (name: string) =>
    (await (await desk.as(name)).get('/audit?kind=reminder')).body.entries as object[];
  expect([(await seen('boss')).length, (await seen('chief')).length]).toEqual([0, 1]);
});

test('nobody is reminded of what waits for the customer, for oneself, or is over', async () => {
  await open({ status: 'closed', stage: 'closed' });
  expect((await li.post(REMIND)).body.code).toBe('NOT_NOW');
  await open({ number: 'C3', stage: 'classify' }); // li alone is of its role
  expect((await li.post('/cases/C3/reminders')).body.code).toBe('NOT_NOW');
});
