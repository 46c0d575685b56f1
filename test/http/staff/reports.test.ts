import type { Case } from '../../../src/domain/case.js';
import { playbookNamed } from '../../operations/support/desk.js';
import { fakeCase } from '../support/fake-case.js';
import { HttpDesk } from '../support/http-desk.js';

const travel = playbookNamed('travel');
const ref = { id: travel.id, hash: travel.hash, version: travel.version };
let desk: HttpDesk;
beforeEach(async () => {
  desk = await HttpDesk.open({ playbooks: () => [travel] });
});
afterEach(() => desk.close());

const stageClock = (dueInMs: number, what: 'met' | 'breached') => ({
  id: 'classify',
  of: 'stage',
  round: 1,
  duration: { unit: 'hours', count: 1 },
  unpaused: false,
  marksFired: [],
  charged: 'service',
  events: [
    { at: new Date(desk.now.getTime() + dueInMs - 3_600_000), what: 'started' },
    { at: new Date(desk.now.getTime() + dueInMs), what },
  ],
});
const put = (number: string, over: object) =>
  desk.stores.cases.create(fakeCase({ number, playbook: ref, openedAt: desk.now, ...over } as Partial<Case>));
const DAY = -86_400_000;

test('a report counts what one sees: by week, cause, stage and team, money and scores', async () => {
  await put('A-1', {
    category: 'other',
    clocks: [stageClock(DAY, 'met')],
    survey: { state: 'answered', score: 5, answers: {} },
  });
  await put('A-2', { category: 'other', clocks: [stageClock(DAY, 'breached')], status: 'closed', closedAt: desk.now });
  await put('A-3', {
    category: 'equipment',
    remedies: [{ kind: 'refund', amount: 80, state: 'done', by: 'li', lap: 1 }],
  });
  await put('A-4', { category: 'equipment', seenBy: ['role:leader'] });
  await put('A-5', { category: 'equipment', openedAt: new Date(desk.now.getTime() + 30 * DAY) });
  const { body } = await (await desk.as('li', 'service')).get('/reports?weeks=2');
  expect(body).toMatchObject({
    playbook: 'travel',
    causes: [
      { category: 'other', count: 2 },
      { category: 'equipment', count: 1 },
    ],
    paid: 80,
    satisfaction: [{ category: 'other', count: 1, mean: 5 }],
    teams: [
      {
        id: 'service',
        weeks: [
          { kept: 0, missed: 0 },
          { kept: 1, missed: 1 },
        ],
      },
    ],
  });
  expect((await (await desk.as('li', 'service')).get('/reports?playbook=hotel')).status).toBe(404);
});

test('the audit finds who did what, case by case, and says where a chain breaks', async () => {
  const entry = (by: string, what: string) => ({
    at: desk.now,
    by,
    what,
    detail: {},
    cause: 'c',
    salt: '',
    digest: '',
    hash: 'wrong',
  });
  await put('A-1', { timeline: [entry('li', 'classify'), entry('sun', 'assign')] });
  const admin = await desk.as('boss', 'admin');
  expect((await admin.get('/audit?who=sun')).body).toMatchObject({
    entries: [{ case: 'A-1', by: 'sun', what: 'assign' }],
    broken: [{ case: 'A-1', entry: 0 }],
    cursor: null,
  });
  expect((await admin.get('/audit?what=classify')).body.entries).toHaveLength(1);
  expect((await admin.get('/audit?q=nothing-like-it')).body.entries).toEqual([]);
});
