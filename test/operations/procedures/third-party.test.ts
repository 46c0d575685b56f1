import { TestDesk } from '../support/desk.js';
import { acceptance, names, procedure, stage } from '../support/procedure.js';

// As a shopping platform writes it: the merchant is heard, sums decide who approves, silence is never agreement.
const marketplace = procedure({
  roles: names('service service-lead operations-head'),
  superiors: { service: 'service-lead', 'service-lead': 'operations-head' },
  categories: names('damaged counterfeit'),
  fields: 'order_no merchant amount',
  'severity-rules': {
    counterfeit: { to: 'major', because: { en: 'counterfeit' }, categories: ['counterfeit'] },
    amount: { to: 'major', because: { en: 'a large sum' }, 'amount-at-least': 5000 },
    merchant: { to: 'major', because: { en: 'many' }, 'same-field': { field: 'merchant', cases: 3, days: 30 } },
  },
  repeat: { days: 30, 'same-any': ['order_no'], 'same-where': ['merchant'] },
  alerts: [{ on: 'major', tell: ['service-lead'] }],
  'never-silent': true,
  'case-clocks': [
    {
      id: 'merchant-answer',
      start: { recorded: { 'ask-party': { where: { party: ['merchant'] } } } },
      within: '48 h',
      'met-by': [{ 'record-contact': { where: { with: ['merchant'] } } }],
      'third-party': 'merchant',
      tell: ['service', 'service-lead'],
    },
  ],
  stages: {
    verify: stage(
      'service',
      [
        { 'ask-party': { where: { party: ['merchant'] } } },
        { 'record-contact': { where: { with: ['merchant'] }, 'or-clock': 'merchant-answer' } },
        'record-finding',
      ],
      'resolve',
      { clock: '3 WD' },
    ),
    resolve: stage(
      'service',
      'propose-remedy',
      [{ when: { 'remedies.sum': { over: 200 } }, to: 'approval' }, 'execution'],
      {
        clock: '1 WD',
      },
    ),
    approval: stage(['service-lead', 'operations-head'], 'approve', 'execution', {
      approval: { what: 'remedies', limits: { 'service-lead': 2000 } },
      on: { refuse: { to: 'resolve', again: true } },
      clock: '1 WD',
    }),
    execution: stage('service', 'carry-out-remedy', 'inform', { clock: '2 WD' }),
    inform: stage('service', 'inform-customer', 'acceptance', { clock: '1 WD' }),
    acceptance: acceptance('closed', { to: 'resolve', again: true }),
  },
  remedies: names('refund apology'),
});

const STAFF = 'li service; wang service-lead; sun operations-head';

async function verified(fields: Record<string, string> = {}): Promise<TestDesk> {
  const desk = new TestDesk(marketplace, '2026-03-02 10:00', STAFF);
  await desk.file({ content: 'it arrived broken', merchant: 'warm shop', ...fields }, { category: 'damaged' });
  await desk.act('li', 'ask-party', { party: 'merchant' });
  return desk;
}

describe('a third party with a clock of its own', () => {
  it('that answers in time is recorded, and the case moves on', async () => {
    const desk = await verified();
    expect(desk.due('merchant-answer')).toBe('2026-03-04 10:00');
    await desk.act('li', 'record-finding', { cause: 'packed badly' });
    expect(desk.view.stage).toBe('verify');
    await desk.act('li', 'record-contact', { with: 'merchant', note: 'they agree' });
    expect(desk.view.stage).toBe('resolve');
    expect(desk.view.clocks['merchant-answer']).toMatchObject({ state: 'met' });
  });

  it('that does not answer is charged itself; with the finding recorded the case moves on', async () => {
    const desk = await verified();
    await desk.act('li', 'record-finding', { cause: 'packed badly' });
    desk.heard();
    await desk.at('2026-03-04 09:59');
    expect(desk.heard()).toEqual(['service:notify.clock.80']);
    await desk.at('2026-03-04 10:00');
    expect(desk.view.stage).toBe('resolve');
    expect(desk.heard()).toEqual(['service:notify.party', 'service-lead:notify.party', 'service:notify.stage']);
    expect(desk.view.clocks['merchant-answer']).toMatchObject({ state: 'missed', breached: true });
    expect(desk.view.clocks['merchant-answer'].charged).toBeUndefined();
    expect(desk.owed('acknowledge')).toEqual([]);
  });

  it('asked a second time has a new entry', async () => {
    const desk = await verified();
    await desk.at('2026-03-04 10:00');
    expect(desk.view.stage).toBe('verify');
    await desk.act('li', 'ask-party', { party: 'merchant' });
    expect(desk.view.clocks['merchant-answer']).toMatchObject({ state: 'running' });
    expect(desk.view.clocks['merchant-answer'].history).toMatchObject([{ state: 'missed' }]);
    await desk.act('li', 'record-finding', { cause: 'x' });
    expect(desk.view.stage).toBe('resolve');
  });
});

describe('limits by sum', () => {
  it('up to 200 nobody approves, to 2,000 the lead, above the head', async () => {
    const desk = await verified();
    await desk.act('li', 'record-finding', { cause: 'x' });
    await desk.act('li', 'record-contact', { with: 'merchant' });
    await desk.act('li', 'propose-remedy', { kind: 'refund', amount: 200 });
    expect(desk.view.stage).toBe('execution');
    await desk.act('li', 'carry-out-remedy');
    await desk.act('li', 'inform-customer', { text: 'x' });
    await desk.act('customer', 'refuse-outcome', { reason: 'more' });
    expect(desk.view).toMatchObject({ stage: 'resolve', rounds: 2 });

    await desk.act('li', 'propose-remedy', { kind: 'refund', amount: 2001 });
    expect(desk.view).toMatchObject({ stage: 'approval', owner: 'service-lead' });
    expect(await desk.refused('li', 'approve')).toBe('NOT_YOUR_ROLE');
    expect(await desk.refused('wang', 'approve')).toBe('OVER_YOUR_LIMIT');
    await desk.act('sun', 'refuse', { reason: 'too much' });
    expect(desk.view).toMatchObject({ stage: 'resolve', rounds: 3 });
    // The refused ones are no part of the new sum.
    await desk.act('li', 'propose-remedy', { kind: 'refund', amount: 2000 });
    await desk.act('wang', 'approve');
    expect(desk.view.stage).toBe('execution');
  });
});

describe('severity', () => {
  it.each([
    ['a category', { content: 'x' }, 'counterfeit'],
    ['a stated amount', { content: 'x', amount: '5000' }, 'damaged'],
    ['a demand', { content: 'x', outcome: '赔我五千块' }, 'damaged'],
  ])('rises by %s', async (_what, fields, category) => {
    const desk = new TestDesk(marketplace, '2026-03-02 10:00', STAFF);
    await desk.file(fields, { category });
    expect(desk.view.severity).toBe('major');
    expect(desk.heard()).toContain('service-lead:notify.major');
  });

  it('does not rise by less', async () => {
    const desk = new TestDesk(marketplace, '2026-03-02 10:00', STAFF);
    await desk.file({ content: 'x', amount: '4999', outcome: 'refund 4,999 yuan' }, { category: 'damaged' });
    expect(desk.view.severity).toBe('general');
  });

  it('rises by the third case on one merchant in thirty days', async () => {
    const desk = new TestDesk(marketplace, '2026-03-02 10:00', STAFF);
    const severities: string[] = [];
    for (const customer of ['a', 'b', 'c']) {
      const of = await desk.file(
        { content: 'x', merchant: 'warm shop', order_no: customer },
        { category: 'damaged' },
        customer,
      );
      severities.push(of.severity);
    }
    expect(severities).toEqual(['general', 'general', 'major']);
  });

  it('rises one step by a repeat, about the same order, or without one the same category and merchant', async () => {
    const desk = new TestDesk(marketplace, '2026-03-02 10:00', STAFF);
    const filed = (fields: Record<string, string>, category = 'damaged') =>
      desk.file({ content: 'x', ...fields }, { category });
    await filed({ order_no: 'A 1' });
    expect((await filed({ order_no: 'B2' })).severity).toBe('general');
    expect((await filed({ order_no: 'a-1' })).severity).toBe('major');
    const other = new TestDesk(marketplace, '2026-03-02 10:00', STAFF);
    await other.file({ content: 'x', merchant: 'one' }, { category: 'damaged' });
    expect((await other.file({ content: 'x', merchant: 'two' }, { category: 'damaged' })).severity).toBe('general');
    expect((await other.file({ content: 'x' }, { category: 'damaged' }, 'c2')).severity).toBe('general');
    expect((await other.file({ content: 'x' }, { category: 'damaged' })).linked).toHaveLength(2);
  });

  it('rises when a person finds that the category is another', async () => {
    const desk = await verified();
    await desk.act('li', 'classify', { category: 'counterfeit' });
    expect(desk.view.severity).toBe('major');
  });
});
