import { TestDesk } from '../support/desk.js';
import { acceptance, names, procedure, stage } from '../support/procedure.js';

// As a car dealer writes it: two approvals in order, a crisis team beside the stages, a call centre that calls back.
const PREVENT = { 'add-action': { where: { kind: ['preventive'] } } };
const contact = (party: string, by?: string[]) => ({
  'record-contact': { where: { with: [party] }, ...(by && { by }) },
});
const dealer = procedure({
  roles: names('advisor cr-manager sales-manager service-manager general-manager brand-division legal call-centre'),
  departments: names('sales service'),
  superiors: {
    advisor: 'cr-manager',
    'cr-manager': 'general-manager',
    'general-manager': 'brand-division',
    'sales-manager': 'general-manager',
    'service-manager': 'general-manager',
  },
  sources: ['chat', 'call-centre'],
  severities: names('ordinary major'),
  categories: names('repair_quality proposal'),
  fields: 'plate_no',
  alerts: [{ on: 'major', tell: ['general-manager', 'cr-manager'] }],
  'case-clocks': [
    {
      id: 'crisis-team',
      start: { severity: 'major' },
      within: '4 h',
      unpaused: true,
      charged: 'general-manager',
      'met-by': contact('crisis-team', ['general-manager']),
    },
    {
      id: 'early-warning',
      start: { severity: 'major' },
      within: '24 h',
      unpaused: true,
      charged: 'general-manager',
      'met-by': [contact('brand-division'), contact('legal')],
    },
    {
      id: 'inform-board',
      start: { stopped: 'early-warning' },
      within: '24 h',
      unpaused: true,
      charged: 'general-manager',
      tell: ['brand-division'],
      'met-by': [contact('vice-president', ['brand-division']), contact('ceo', ['brand-division'])],
    },
    {
      id: 'report-back',
      start: { leaving: 'inform' },
      when: { source: 'call-centre' },
      within: '24 h',
      unpaused: true,
      charged: 'cr-manager',
      'met-by': contact('call-centre'),
    },
  ],
  callback: { by: ['call-centre'], when: { source: 'call-centre' }, after: 'inform', 'replaces-survey': true },
  stages: {
    judge: stage(
      'cr-manager',
      [
        { classify: ['category'] },
        { 'confirm-facts': ['grounds', 'reasonable'] },
        { assign: { when: { 'record.confirm-facts.grounds': 'yes' } } },
      ],
      [{ when: { 'record.confirm-facts.grounds': 'yes' }, to: 'solution' }, 'explain'],
      { clock: '4 working hours' },
    ),
    explain: stage('cr-manager', 'inform-customer', 'acceptance', { clock: '1 WD' }),
    solution: stage(
      [
        { when: { department: 'sales' }, roles: ['sales-manager'], assigned: true },
        { when: { department: 'service' }, roles: ['service-manager'], assigned: true },
        { roles: ['sales-manager', 'service-manager'], assigned: true },
      ],
      [{ 'record-finding': ['cause', 'responsible'] }, 'propose-remedy'],
      'approval',
      { clock: '1 WD' },
    ),
    approval: stage(
      [{ when: { 'approved-by': 'general-manager' }, roles: ['brand-division'] }, { roles: ['general-manager'] }],
      [
        {
          approve: {
            each: ['general-manager', { role: 'brand-division', when: { 'remedies.sum': { over: 20_000 } } }],
          },
        },
      ],
      'inform',
      { approval: { what: 'remedies' }, on: { refuse: { to: 'solution', again: true } }, clock: '1 WD' },
    ),
    inform: stage(
      'cr-manager',
      ['inform-customer', { 'record-contact': { where: { with: ['customer'] }, with: ['note'] } }, 'carry-out-remedy'],
      'acceptance',
      { clock: '1 WD' },
    ),
    acceptance: acceptance('summary', [
      { when: { from: 'explain' }, to: 'judge', again: true },
      { to: 'solution', again: true },
    ]),
    summary: stage('cr-manager', PREVENT, 'prevention', { clock: '5 WD' }),
    prevention: stage('general-manager', [{ approve: { with: ['supervisor'] } }], 'closed', {
      approval: { what: 'action' },
      on: { refuse: { to: 'summary', again: true } },
      clock: '2 WD',
    }),
  },
  remedies: names('refund repair'),
});

const STAFF =
  'ad advisor; cr cr-manager; sa sales-manager; se service-manager; gm general-manager; br brand-division; le legal; ca call-centre';

async function judged(source = 'chat', grounds = 'yes'): Promise<TestDesk> {
  const desk = new TestDesk(dealer, '2026-03-02 10:00', STAFF);
  await desk.file({ content: '异响' }, { category: 'repair_quality', source });
  await desk.act('cr', 'classify', { category: 'repair_quality' });
  await desk.act('cr', 'confirm-facts', { grounds, reasonable: 'yes' });
  return desk;
}

async function proposed(amount: number, source = 'chat'): Promise<TestDesk> {
  const desk = await judged(source);
  await desk.act('cr', 'assign', { department: 'service' });
  await desk.act('se', 'record-finding', { cause: 'x', responsible: 'y' });
  await desk.act('se', 'propose-remedy', { kind: 'refund', amount });
  return desk;
}

async function informed(desk: TestDesk): Promise<void> {
  await desk.act('cr', 'inform-customer', { text: 'x' });
  await desk.act('cr', 'record-contact', { with: 'customer', note: 'pleased' });
  await desk.act('cr', 'carry-out-remedy');
}

describe('judging', () => {
  it('with grounds a department or a person is named; without, nobody', async () => {
    const desk = await judged();
    expect(desk.view.stage).toBe('judge');
    await desk.act('cr', 'assign', { department: 'sales' });
    expect(desk.view).toMatchObject({ stage: 'solution', owner: 'sales-manager' });
    expect(await desk.refused('se', 'record-finding', { cause: 'x' })).toBe('NOT_YOUR_ROLE');
    const person = await judged();
    await person.act('cr', 'assign', { to: 'se' });
    expect(person.view).toMatchObject({ stage: 'solution', owner: 'se' });
    const none = await judged('chat', 'no');
    expect(none.view.stage).toBe('explain');
    await none.act('cr', 'inform-customer', { text: 'x' });
    await none.act('customer', 'accept-outcome');
    expect(none.view.stage).toBe('summary');
  });
});

describe('two approvals in order', () => {
  it('over the line both, the higher not before the lower', async () => {
    const desk = await proposed(20_001);
    expect(desk.view.owner).toBe('general-manager');
    expect(await desk.refused('br', 'approve')).toBe('NOT_NOW');
    await desk.act('gm', 'approve');
    expect(desk.view).toMatchObject({ stage: 'approval', owner: 'brand-division', remedies: [{ state: 'proposed' }] });
    expect(await desk.refused('gm', 'approve')).toBe('NOT_YOUR_ROLE');
    await desk.act('br', 'approve');
    expect(desk.view).toMatchObject({ stage: 'inform', remedies: [{ state: 'approved' }] });
    expect(desk.view.approvals.map(({ role }: { role: string }) => role)).toEqual([
      'general-manager',
      'brand-division',
    ]);
  });

  it('up to the line the higher may in the place of the lower', async () => {
    const desk = await proposed(20_000);
    expect(await desk.refused('cr', 'approve')).toBe('NOT_YOUR_ROLE');
    await desk.act('br', 'approve');
    expect(desk.view).toMatchObject({ stage: 'inform', approvals: [{ role: 'brand-division', by: 'br' }] });
  });

  it('the preventive measures are approved with somebody who sees to them', async () => {
    const desk = await proposed(100);
    await desk.act('gm', 'approve');
    await informed(desk);
    await desk.act('customer', 'accept-outcome');
    await desk.act('cr', 'add-action', { kind: 'preventive', what: 'train' });
    expect(await desk.refused('gm', 'approve')).toBe('INVALID');
    expect(await desk.refused('gm', 'approve', { supervisor: 'nobody' })).toBe('INVALID');
    expect(await desk.refused('gm', 'approve', { what: 'remedies', supervisor: 'se' })).toBe('NOT_NOW');
    await desk.act('gm', 'approve', { what: 'action', supervisor: 'se' });
    expect(desk.view).toMatchObject({ status: 'closed', actions: [{ supervisor: 'se', state: 'open' }] });
    expect(desk.view.survey.state).toBe('owed');
  });
});

describe('clocks beside the stages', () => {
  it('are charged to those named, run on while the customer is asked, and follow one another', async () => {
    const desk = await proposed(100);
    await desk.act('gm', 'approve');
    // What was said before the raise does not count.
    await desk.act('gm', 'record-contact', { with: 'crisis-team' });
    await desk.act('cr', 'declare-major', { reason: 'the door is blocked' });
    expect(desk.heard().slice(-2)).toEqual(['general-manager:notify.major', 'cr-manager:notify.major']);
    expect(desk.due('crisis-team')).toBe('2026-03-02 14:00');
    await desk.act('ad', 'record-contact', { with: 'crisis-team' });
    expect(desk.view.clocks['crisis-team'].state).toBe('running');
    await desk.act('gm', 'record-contact', { with: 'crisis-team' });
    expect(desk.view.clocks['crisis-team'].state).toBe('met');
    await informed(desk);
    expect(desk.view).toMatchObject({ status: 'waiting-for-customer' });
    expect(desk.view.clocks['early-warning'].state).toBe('running');
    await desk.act('gm', 'record-contact', { with: 'brand-division' });
    expect(desk.view.clocks['early-warning'].state).toBe('running');
    desk.heard();
    await desk.at('2026-03-03 11:00');
    expect(desk.view.clocks['early-warning']).toMatchObject({ breached: true, charged: 'general-manager' });
    expect(desk.heard()).toContain('brand-division:notify.acknowledge');
    await desk.act('gm', 'record-contact', { with: 'legal' });
    expect(desk.view.clocks['early-warning'].state).toBe('missed');
    expect(desk.heard()).toContain('brand-division:notify.informed');
    expect(desk.due('inform-board')).toBe('2026-03-04 11:00');
    await desk.act('br', 'record-contact', { with: 'vice-president' });
    await desk.act('br', 'record-contact', { with: 'ceo' });
    expect(desk.view.clocks['inform-board'].state).toBe('met');
  });

  it('a call centre is reported back to and calls back instead of the survey, also after closing', async () => {
    const desk = await proposed(100, 'call-centre');
    expect(await desk.refused('ca', 'record-callback', { score: 4 })).toBe('NOT_NOW');
    await desk.act('gm', 'approve');
    await informed(desk);
    expect(desk.due('report-back')).toBe('2026-03-03 10:00');
    await desk.act('customer', 'accept-outcome');
    await desk.act('cr', 'add-action', { kind: 'preventive', what: 'train' });
    await desk.act('gm', 'approve', { supervisor: 'se' });
    expect(desk.view).toMatchObject({ status: 'closed', survey: { state: 'none' } });
    expect(desk.view.clocks['report-back'].state).toBe('running');
    await desk.act('cr', 'record-contact', { with: 'call-centre' });
    expect(desk.view.clocks['report-back'].state).toBe('met');
    expect(await desk.refused('cr', 'record-callback', { score: 4 })).toBe('NOT_YOUR_ROLE');
    await desk.act('ca', 'record-callback', { score: 4, comment: 'fine' });
    expect(desk.view).toMatchObject({ status: 'closed', callback: { score: 4, by: 'ca', comment: 'fine' } });
    await desk.act('ca', 'record-callback', { score: 1 });
    expect(desk.view).toMatchObject({ status: 'open', stage: 'judge', reopened: 1 });
  });
});
