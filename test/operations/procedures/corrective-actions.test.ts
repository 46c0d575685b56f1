import { TestDesk } from '../support/desk.js';
import { acceptance, names, procedure, stage } from '../support/procedure.js';

// As a manufacturer writes it: clocks of the case, actions with their own dates, goods that came back.
const capa = procedure({
  roles: names('business supervisor quality responsible', { responsible: { 'by-department': true } }),
  departments: names('production logistics'),
  superiors: { business: 'supervisor', quality: 'supervisor', responsible: 'supervisor' },
  severities: names('ordinary urgent'),
  categories: names('function other'),
  fields: 'product_no returned_goods',
  'never-silent': true,
  keep: '365 d',
  'severity-rules': {
    line: { to: 'urgent', because: { en: 'line stopped' }, words: { zh: ['停线'], en: ['line has stopped'] } },
  },
  'case-clocks': [
    {
      id: 'answer',
      start: { severity: 'ordinary' },
      within: '3 WD',
      'from-opening': true,
      'met-by': 'inform-customer',
    },
    {
      id: 'answer-latest',
      start: { severity: 'ordinary' },
      within: '7 WD',
      'from-opening': true,
      'met-by': 'inform-customer',
    },
    { id: 'answer', start: { severity: 'urgent' }, within: '24 h', 'from-opening': true, 'met-by': 'inform-customer' },
  ],
  closing: [{ 'dispose-goods': { when: { 'fields.returned_goods': 'yes' }, by: ['quality'] } }],
  stages: {
    confirm: stage(
      'business',
      ['confirm-facts', { classify: ['category', 'severity'] }, { 'record-finding': ['at-fault'] }],
      [{ when: { 'finding.at-fault': 'no' }, to: 'explain' }, 'report'],
    ),
    explain: stage('business', 'inform-customer', 'acceptance'),
    report: stage('supervisor', 'approve', 'analysis', {
      approval: { what: 'report' },
      on: { refuse: { to: 'confirm', again: true } },
      clock: '1 WD',
    }),
    analysis: stage(
      [{ when: { department: true }, roles: ['quality', 'responsible'] }, { roles: ['quality'] }],
      [{ 'record-finding': ['cause', 'responsible'] }],
      'plan',
      { also: ['assign'], clock: '2 WD' },
    ),
    plan: stage('responsible', [{ 'add-action': { where: { kind: ['corrective'] }, with: ['due'] } }], 'carry-out', {
      clock: '2 WD',
    }),
    'carry-out': stage('responsible', [{ 'complete-action': { 'all-done': ['corrective'] } }], 'verification'),
    verification: stage(
      'quality',
      [{ 'verify-effect': { where: { effective: ['yes'] } } }, { 'add-action': { where: { kind: ['preventive'] } } }],
      'answer',
      { on: { 'verify-effect': { when: { 'args.effective': 'no' }, to: 'analysis', again: true } }, clock: '2 WD' },
    ),
    answer: stage('business', 'inform-customer', 'acceptance'),
    acceptance: acceptance('closed', [
      { when: { from: 'explain' }, to: 'confirm', again: true },
      { to: 'analysis', again: true },
    ]),
  },
  reopen: 'analysis',
});

const STAFF = 'bo business; su supervisor; qi quality; pan responsible dept=production; lu responsible dept=logistics';

async function confirmed(fields: Record<string, string> = {}, fault = 'yes'): Promise<TestDesk> {
  const desk = new TestDesk(capa, '2026-03-02 10:00', STAFF);
  await desk.file({ content: 'it does not start', ...fields }, { category: 'function' });
  await desk.act('bo', 'confirm-facts');
  await desk.act('bo', 'classify', { category: 'function', severity: 'ordinary' });
  await desk.act('bo', 'record-finding', { 'at-fault': fault });
  return desk;
}

async function planned(): Promise<TestDesk> {
  const desk = await confirmed();
  await desk.act('su', 'approve');
  await desk.act('qi', 'record-finding', { cause: 'a bad seal', responsible: 'production' });
  await desk.act('pan', 'add-action', { kind: 'corrective', what: 'new seals', owner: 'pan', due: '2026-03-06' });
  return desk;
}

describe('clocks of the case', () => {
  it('begin when a severity is first set, counted from the opening', async () => {
    const desk = new TestDesk(capa, '2026-03-02 10:00', STAFF);
    await desk.file({ content: 'it does not start' }, { category: 'function' });
    expect(desk.view.clocks).toEqual({});
    await desk.at('2026-03-03 10:00');
    await desk.act('bo', 'classify', { category: 'function', severity: 'ordinary' });
    expect([desk.due('answer'), desk.due('answer-latest')]).toEqual(['2026-03-05 10:00', '2026-03-11 10:00']);
    await desk.at('2026-03-04 10:00');
    await desk.act('bo', 'classify', { severity: 'urgent' });
    expect(desk.due('answer')).toBe('2026-03-05 10:00');
    expect(desk.view.clocks.answer).toMatchObject({
      startedAt: desk.now.toISOString(),
      history: [{ state: 'running' }],
    });
    expect(desk.due('first-word')).toBe('2026-03-04 14:00');
  });

  it('that words raise at the opening begin then, and the first answer meets them all', async () => {
    const desk = new TestDesk(capa, '2026-03-02 10:00', STAFF);
    await desk.file({ content: 'our line has stopped' }, { category: 'function' });
    expect(desk.view).toMatchObject({ severity: 'urgent', severityBecause: 'line stopped（line has stopped）' });
    expect(desk.due('answer')).toBe('2026-03-03 10:00');
    await desk.act('bo', 'confirm-facts');
    await desk.act('bo', 'classify', { category: 'function', severity: 'ordinary', because: 'it runs again' });
    await desk.act('bo', 'record-finding', { 'at-fault': 'no' });
    await desk.act('bo', 'inform-customer', { text: 'not ours' });
    expect(desk.view.clocks.answer).toMatchObject({ state: 'met', history: [{ state: 'met' }] });
    expect(desk.view.clocks['answer-latest'].state).toBe('met');
    expect(desk.view.stage).toBe('acceptance');
    await desk.act('customer', 'refuse-outcome', { reason: 'it is' });
    expect(desk.view).toMatchObject({ stage: 'confirm', rounds: 2 });
  });
});

describe('corrective actions', () => {
  it('have dates of their own, charged to their owner', async () => {
    const desk = await planned();
    expect(desk.view).toMatchObject({ stage: 'carry-out', department: 'production', owner: 'responsible' });
    expect(desk.due('action')).toBe('2026-03-06 18:00');
    expect(await desk.refused('lu', 'complete-action')).toBe('NOT_YOUR_ROLE');
    desk.heard();
    await desk.at('2026-03-06 18:00');
    expect(desk.heard().filter((one) => one.includes('clock'))).toEqual(
      expect.arrayContaining(['pan:notify.clock.80', 'pan:notify.clock.100', 'supervisor:notify.clock.100']),
    );
    expect(desk.view.clocks.action).toMatchObject({ breached: true, charged: 'pan' });
    await desk.act('pan', 'complete-action', { note: 'done' });
    expect(desk.view.clocks.action.state).toBe('missed');
    expect(desk.view.stage).toBe('verification');
  });

  it('that did not work go round again, as often as it takes', async () => {
    const desk = await planned();
    await desk.act('pan', 'complete-action');
    expect(desk.owed('effect-check')).toMatchObject([{ to: 'quality', dueAt: desk.time('2026-03-04 10:00') }]);
    await desk.act('qi', 'verify-effect', { effective: 'no' });
    expect(desk.view).toMatchObject({ stage: 'analysis', rounds: 2, actions: [{ state: 'done', effective: 'no' }] });
    expect(desk.owed('effect-check')).toEqual([]);
    // The finding of the first round does not count again.
    await desk.act('pan', 'record-finding', { cause: 'the glue', responsible: 'production' });
    expect(desk.view.stage).toBe('plan');
    await desk.act('pan', 'add-action', { kind: 'corrective', what: 'no date' });
    expect(desk.view.stage).toBe('plan');
    await desk.act('pan', 'add-action', { kind: 'corrective', what: 'other glue', due: '2026-03-09 12:00' });
    expect(desk.view.stage).toBe('carry-out');
    expect(await desk.refused('pan', 'complete-action')).toBe('INVALID');
    await desk.act('pan', 'complete-action', { which: '1' });
    expect(desk.view.stage).toBe('carry-out');
    await desk.act('pan', 'complete-action');
    await desk.act('qi', 'verify-effect', { effective: 'yes' });
    expect(desk.view.stage).toBe('verification');
    await desk.act('qi', 'add-action', { kind: 'preventive', what: 'inspect' });
    expect(desk.view.stage).toBe('answer');
  });

  it('a report is not confirmed by the one who wrote it', async () => {
    const desk = new TestDesk(capa, '2026-03-02 10:00', 'bo business,supervisor; su supervisor');
    await desk.file({ content: 'x' }, { category: 'function' });
    await desk.act('bo', 'confirm-facts');
    await desk.act('bo', 'classify', { category: 'function', severity: 'ordinary' });
    await desk.act('bo', 'record-finding', { 'at-fault': 'yes' });
    expect(await desk.refused('bo', 'approve')).toBe('SELF_APPROVAL');
    await desk.act('su', 'refuse', { reason: 'unclear' });
    expect(desk.view).toMatchObject({ stage: 'confirm', rounds: 2 });
  });
});

describe('goods that came back', () => {
  it('hold the closing up: an acceptance that comes first is kept', async () => {
    const desk = await confirmed({ returned_goods: 'yes' }, 'no');
    await desk.act('bo', 'inform-customer', { text: 'not ours' });
    await desk.act('customer', 'accept-outcome');
    expect(desk.view).toMatchObject({ status: 'open', stage: 'acceptance', acceptance: 'accepted', owner: 'quality' });
    expect(await desk.refused('bo', 'dispose-goods', { disposition: 'return' })).toBe('NOT_YOUR_ROLE');
    await desk.act('qi', 'dispose-goods', { disposition: 'return' });
    expect(desk.view).toMatchObject({ status: 'closed', disposition: 'return' });
    expect(desk.local(desk.view.keepUntil)).toBe('2027-03-02 10:00');
    expect(desk.owed('retention')).toHaveLength(1);
  });

  it('disposed of before, they do not; nor where none came back', async () => {
    const desk = await confirmed({ returned_goods: 'yes' }, 'no');
    await desk.act('qi', 'dispose-goods', { disposition: 'scrap' });
    await desk.act('bo', 'inform-customer', { text: 'not ours' });
    await desk.act('customer', 'accept-outcome');
    expect(desk.view.status).toBe('closed');
    const none = await confirmed({ returned_goods: 'no' }, 'no');
    await none.act('bo', 'inform-customer', { text: 'not ours' });
    await none.act('customer', 'accept-outcome');
    expect(none.view.status).toBe('closed');
  });

  it('even a final closing needs them disposed of', async () => {
    const desk = await confirmed({ returned_goods: 'yes' }, 'no');
    for (const round of [2, 3, 4]) {
      await desk.act('bo', 'inform-customer', { text: 'not ours' });
      expect(await desk.refused('su', 'close', { reason: 'enough' })).toBe('NOT_NOW');
      await desk.act('customer', 'refuse-outcome', { reason: 'no' });
      expect(desk.view.rounds).toBe(round);
      if (round === 4) break;
      await desk.act('bo', 'confirm-facts');
      await desk.act('bo', 'classify', { category: 'function', severity: 'ordinary' });
      await desk.act('bo', 'record-finding', { 'at-fault': 'no' });
    }
    expect(await desk.refused('bo', 'close', { reason: 'enough' })).toBe('NOT_YOUR_ROLE');
    expect(await desk.refused('su', 'close', { reason: 'enough' })).toBe('STAGE_NEEDS');
    await desk.act('qi', 'dispose-goods', { disposition: 'return' });
    desk.said();
    await desk.act('su', 'close', { reason: 'our final word' });
    expect(desk.view.status).toBe('closed');
    expect(desk.said()).toEqual(['closed.final']);
  });
});
