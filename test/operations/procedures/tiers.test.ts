import { TestDesk } from '../support/desk.js';
import { names, procedure, stage } from '../support/procedure.js';

// As a hotel group writes it: tiers, promises, a budget, suggestions, a callback by somebody who took no part.
const complaint = { kinds: ['complaint'] };
const group = procedure({
  calendar: 'always',
  roles: names(
    'supervisor marketing-manager service-head hotel-manager centre-manager deputy-gm records-clerk finance group',
  ),
  superiors: {
    supervisor: 'marketing-manager',
    'marketing-manager': 'hotel-manager',
    'hotel-manager': 'deputy-gm',
    'service-head': 'deputy-gm',
    'centre-manager': 'deputy-gm',
    'records-clerk': 'service-head',
    group: 'deputy-gm',
  },
  categories: names('food_quality food_safety'),
  tiers: names('ordinary member vip'),
  sources: ['guest', 'proactive'],
  kinds: {
    complaint: { label: { en: 'x' }, start: [{ when: { source: 'proactive' }, to: 'proposal' }, 'on-site'] },
    suggestion: { label: { en: 'x' }, start: 'assess', 'no-repeat': true },
  },
  alerts: [{ on: 'opened', kinds: ['complaint'], tell: ['group'] }],
  contacts: [{ with: ['media', 'authority'], by: ['centre-manager'] }],
  promises: { P1: { text: { en: 'food within 30 min' }, pays: 100 } },
  budget: { remedy: 'compensation', monthly: 1000, at: [80, 100], tell: ['finance', 'service-head'] },
  'guest-note': true,
  survey: false,
  stages: {
    'on-site': stage('supervisor', ['preserve-evidence', 'apologise', 'record-finding'], 'value', {
      ...complaint,
      clock: '2 h',
    }),
    value: stage('service-head', 'rate-customer', 'proposal', { ...complaint, clock: '2 h' }),
    proposal: stage(
      [
        { when: { tier: 'vip' }, roles: ['marketing-manager', 'service-head'] },
        { roles: ['marketing-manager', 'supervisor', 'service-head'] },
      ],
      [
        { 'propose-remedy': { 'where-not': { kind: ['member-policy'] } } },
        { 'propose-remedy': { when: { tier: ['member', 'vip'] }, where: { kind: ['member-policy'] } } },
      ],
      'approval',
      { ...complaint, clock: '4 h' },
    ),
    approval: stage(['marketing-manager', 'hotel-manager', 'deputy-gm'], 'approve', 'resolution', {
      ...complaint,
      approval: { what: 'remedies', limits: { 'marketing-manager': 1000, 'hotel-manager': 5000 } },
      on: { refuse: { to: 'proposal', again: true } },
      clock: '4 h',
    }),
    resolution: stage(
      'marketing-manager',
      ['carry-out-remedy', { 'record-contact': { where: { with: ['customer'] }, with: ['accepts'] } }],
      'receipt',
      {
        ...complaint,
        on: {
          'record-contact': { when: { 'args.with': 'customer', 'args.accepts': 'no' }, to: 'proposal', again: true },
        },
        clock: '24 h',
      },
    ),
    receipt: stage('records-clerk', 'inform-customer', 'callback', { ...complaint, clock: '24 h' }),
    callback: stage('group', [{ 'record-callback': { with: ['score'], uninvolved: true } }], 'closed', {
      ...complaint,
      on: {
        'record-callback': { when: { 'args.score': { 'at-most': 2 } }, to: 'proposal', again: true, another: true },
      },
      clock: '3 d',
    }),
    assess: stage('service-head', 'assess-suggestion', 'thank', { kinds: ['suggestion'], clock: '3 d' }),
    thank: stage('service-head', 'inform-customer', 'closed', { kinds: ['suggestion'], clock: '24 h' }),
  },
  remedies: names('meal compensation member-policy apology'),
  reopen: { complaint: 'proposal', suggestion: 'assess' },
});

const STAFF =
  'su supervisor; ma marketing-manager; mb marketing-manager; he service-head; ho hotel-manager; ce centre-manager; ' +
  'de deputy-gm; re records-clerk; fi finance; gr group; gs group,records-clerk';

const groupDesk = () => new TestDesk(group, '2026-03-09 10:00', STAFF);

async function rated(tier: string, desk = groupDesk(), customer = 'c1'): Promise<TestDesk> {
  await desk.file({ content: '上菜太慢', outcome: '道歉' }, { category: 'food_quality' }, customer);
  await desk.act('su', 'preserve-evidence', { note: 'the bill' });
  await desk.act('su', 'apologise');
  await desk.act('su', 'record-finding', { cause: 'the kitchen was short' });
  await desk.act('he', 'rate-customer', { tier });
  return desk;
}

async function resolved(desk: TestDesk, amount: number, by = 'ma'): Promise<void> {
  await desk.act(by, 'propose-remedy', { kind: 'compensation', amount });
  await desk.act('de', 'approve');
  await desk.act('ma', 'carry-out-remedy');
}

describe('tiers', () => {
  it('say who proposes, and what is added', async () => {
    const desk = await rated('ordinary');
    expect(desk.view).toMatchObject({ stage: 'proposal', tier: 'ordinary' });
    await desk.act('su', 'propose-remedy', { kind: 'meal', promise: 'P1' });
    expect(desk.view).toMatchObject({ stage: 'approval', remedies: [{ amount: 100, promise: 'P1' }] });

    const vip = await rated('vip');
    expect(await vip.refused('su', 'propose-remedy', { kind: 'meal' })).toBe('NOT_YOUR_ROLE');
    await vip.act('ma', 'propose-remedy', { kind: 'member-policy' });
    expect(vip.view.stage).toBe('proposal');
    await vip.act('he', 'propose-remedy', { kind: 'meal' });
    expect(vip.view.stage).toBe('approval');
  });

  it('are only those of the procedure, and so are promises', async () => {
    const desk = new TestDesk(group, '2026-03-09 10:00', STAFF);
    await desk.file({ content: 'x' }, { category: 'food_quality' });
    expect(desk.heard()).toEqual(['group:notify.opened', 'supervisor:notify.stage']);
    expect(await desk.refused('he', 'rate-customer', { tier: 'royal' })).toBe('INVALID');
    expect(await desk.refused('ma', 'propose-remedy', { kind: 'meal', promise: 'P9' })).toBe('INVALID');
  });
});

describe('an approval matrix', () => {
  it.each([
    [1000, 'ma', 'performed'],
    [1001, 'ma', 'OVER_YOUR_LIMIT'],
    [5000, 'ho', 'performed'],
    [5001, 'ho', 'OVER_YOUR_LIMIT'],
    [5001, 'de', 'performed'],
    [10, 'he', 'NOT_YOUR_ROLE'],
    [10, 'su', 'NOT_YOUR_ROLE'],
  ])('%s by %s: %s', async (amount, by, expected) => {
    const desk = await rated('ordinary');
    await desk.act('he', 'propose-remedy', { kind: 'compensation', amount });
    expect(await desk.refused(by, 'approve')).toBe(expected);
  });
});

describe('what follows a remedy', () => {
  it('dissatisfaction on the spot goes round again', async () => {
    const desk = await rated('ordinary');
    await resolved(desk, 100);
    await desk.act('ma', 'record-contact', { with: 'customer', accepts: 'no', note: '太少' });
    expect(desk.view).toMatchObject({ stage: 'proposal', rounds: 2 });
    await resolved(desk, 200);
    await desk.act('ma', 'record-contact', { with: 'customer', accepts: 'yes' });
    expect(desk.view).toMatchObject({ stage: 'receipt', rounds: 2 });
  });

  it('the budget is booked: those named hear at 80 and at 100 percent', async () => {
    const desk = await rated('ordinary');
    desk.heard();
    await resolved(desk, 800);
    const budget = () => desk.heard().filter((one) => one.endsWith('notify.budget'));
    expect(budget()).toEqual(['finance:notify.budget', 'service-head:notify.budget']);
    await rated('ordinary', desk, 'c2');
    await resolved(desk, 199);
    expect(budget()).toEqual([]);
    await desk.act('ma', 'record-contact', { with: 'customer', accepts: 'no' });
    await resolved(desk, 1);
    expect(budget()).toHaveLength(2);
    await desk.at('2026-04-01 10:00');
    await rated('ordinary', desk, 'c3');
    desk.heard();
    await resolved(desk, 799);
    expect(budget()).toEqual([]);
  });

  it('the callback is made by somebody who took no part; a low one goes to another', async () => {
    const desk = await rated('ordinary');
    await resolved(desk, 100);
    await desk.act('ma', 'record-contact', { with: 'customer', accepts: 'yes' });
    await desk.act('gs', 'inform-customer', { text: '回执' });
    expect(desk.owed('callback')).toMatchObject([{ to: 'group', dueAt: desk.time('2026-03-12 10:00') }]);
    expect(await desk.refused('gs', 'record-callback', { score: 5 })).toBe('NOT_YOUR_ROLE');
    await desk.act('gr', 'record-callback', { reached: 'no' });
    expect(desk.view.stage).toBe('callback');
    expect(desk.owed('callback')).toHaveLength(1);
    await desk.act('gr', 'record-callback', { score: 4 });
    expect(desk.view).toMatchObject({ status: 'closed', callback: { score: 4, by: 'gr' } });
  });

  it('low callbacks and closings', async () => {
    const desk = await rated('ordinary');
    await resolved(desk, 100);
    await desk.act('ma', 'record-contact', { with: 'customer', accepts: 'yes' });
    await desk.act('re', 'inform-customer', { text: '回执' });
    await desk.act('gr', 'record-callback', { score: 2, comment: '没道歉' });
    expect(desk.view).toMatchObject({ stage: 'proposal', rounds: 2, owner: 'mb', callback: { score: 2, by: 'gr' } });
    expect(await desk.refused('ma', 'propose-remedy', { kind: 'apology' })).toBe('NOT_YOUR_ROLE');
    await desk.act('mb', 'propose-remedy', { kind: 'apology' });
    await desk.act('ma', 'approve');
    await desk.act('ma', 'carry-out-remedy');
    await desk.act('ma', 'record-contact', { with: 'customer', accepts: 'yes' });
    await desk.act('re', 'inform-customer', { text: '回执' });
    await desk.act('gs', 'record-callback', { score: 5 });
    expect(desk.view).toMatchObject({ status: 'closed', survey: { state: 'none' } });
    expect(desk.view.guestNote).toContain('上菜太慢');
  });
});

describe('suggestions and the press', () => {
  it('a suggestion never takes the path of compensation', async () => {
    const desk = new TestDesk(group, '2026-03-09 10:00', STAFF);
    await desk.file({ content: '加个素食区' }, { category: 'food_quality', kind: 'suggestion' });
    expect(desk.heard()).toEqual(['service-head:notify.stage']);
    for (const verb of ['propose-remedy', 'approve', 'carry-out-remedy']) {
      const args = verb === 'propose-remedy' ? { kind: 'meal' } : {};
      expect([verb, await desk.refused('he', verb, args)]).toEqual([verb, 'WRONG_KIND']);
    }
    await desk.act('he', 'assess-suggestion', { value: 'high', reward: 200 });
    await desk.act('he', 'inform-customer', { text: '谢谢' });
    expect(desk.view).toMatchObject({ status: 'closed', suggestion: { value: 'high', reward: '200' } });
  });

  it('contacts of the press are one role’s to record', async () => {
    const desk = await rated('ordinary');
    expect(await desk.refused('he', 'record-contact', { with: 'media' })).toBe('NOT_YOUR_ROLE');
    await desk.act('ce', 'record-contact', { with: 'media', note: 'a reporter' });
    await desk.act('de', 'record-contact', { with: 'authority' });
    expect(desk.view.contacts).toMatchObject([
      { with: 'media', by: 'ce' },
      { with: 'authority', by: 'de' },
    ]);
  });

  it('a proactive case starts at the proposal', async () => {
    const desk = new TestDesk(group, '2026-03-09 10:00', STAFF);
    await desk.file({ content: 'x' }, { category: 'food_quality', source: 'proactive' });
    expect(desk.view.stage).toBe('proposal');
  });
});
