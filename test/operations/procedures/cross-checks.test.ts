import { TestDesk } from '../support/desk.js';
import { acceptance, names, procedure, stage } from '../support/procedure.js';

// As a car brand writes it: several sources cross-checked, the one who investigated goes on with it.
const SOURCES = ['site', 'dealer', 'records'];
const brand = procedure({
  roles: names('agent specialist manager director'),
  superiors: { agent: 'manager', manager: 'director', specialist: 'manager' },
  severities: names('minor general major'),
  categories: names('safety sales'),
  targets: names('car dealer'),
  'open-course': true,
  'case-clocks': [{ id: 'first-response', start: 'opened', within: '48 h', 'met-by': 'inform-customer' }],
  stages: {
    register: stage('agent', [{ classify: ['category', 'severity', 'target'] }], 'respond', {
      clock: '4 working hours',
    }),
    respond: stage('agent', 'inform-customer', 'investigation'),
    investigation: stage(
      [
        { when: { severity: 'major' }, roles: ['manager'], assigned: true },
        { roles: ['specialist'], assigned: true },
      ],
      [
        {
          'record-contact': {
            distinct: {
              argument: 'with',
              count: 2,
              among: SOURCES,
              including: [{ when: { severity: 'major' }, value: 'site' }],
            },
          },
        },
        'record-finding',
      ],
      'solution',
      { also: ['assign'], clock: '5 WD' },
    ),
    solution: stage({ roles: ['specialist'], 'who-acted': 'investigation' }, 'propose-remedy', 'approval', {
      clock: '2 WD',
    }),
    approval: stage(['manager', 'director'], 'approve', 'execution', {
      approval: { what: 'remedies', limits: { manager: 50_000 } },
      on: { refuse: { to: 'solution', again: true } },
      clock: '1 WD',
    }),
    execution: stage({ roles: ['specialist'], 'or-assigned': true }, 'carry-out-remedy', 'inform', { clock: '3 WD' }),
    inform: stage('agent', 'inform-customer', 'acceptance', { clock: '1 WD' }),
    acceptance: acceptance('closed', { to: 'investigation', again: true }),
  },
  remedies: names('repair refund'),
  reopen: 'investigation',
});

const STAFF = 'ag agent; sp specialist; sq specialist; ma manager; mb manager; di director';

async function responded(severity = 'general'): Promise<TestDesk> {
  const desk = new TestDesk(brand, '2026-03-02 10:00', STAFF);
  await desk.file({ content: '刹车异响' }, { category: 'sales' });
  expect(desk.due('first-response')).toBe('2026-03-04 10:00');
  await desk.act('ag', 'classify', { category: 'sales', severity, target: 'car' });
  await desk.act('ag', 'inform-customer', { text: 'we look into it' });
  expect(desk.view).toMatchObject({ stage: 'investigation', target: 'car' });
  expect(desk.view.clocks['first-response'].state).toBe('met');
  return desk;
}

describe('an investigation', () => {
  it('needs two different sources and a finding', async () => {
    const desk = await responded();
    await desk.act('sp', 'record-contact', { with: 'dealer' });
    await desk.act('sp', 'record-contact', { with: 'dealer' });
    await desk.act('sp', 'record-finding', { cause: 'x' });
    expect(desk.view.stage).toBe('investigation');
    await desk.act('sp', 'record-contact', { with: 'press' });
    expect(desk.view.stage).toBe('investigation');
    await desk.act('ag', 'record-contact', { with: 'records' });
    expect(desk.view.stage).toBe('solution');
  });

  it('of a major case is the manager’s until they assign, and needs a look on the spot', async () => {
    const desk = await responded('major');
    expect(desk.view.owner).toBe('manager');
    expect(await desk.refused('sp', 'record-finding', { cause: 'x' })).toBe('NOT_YOUR_ROLE');
    desk.heard();
    await desk.act('ma', 'assign', { to: 'sp' });
    expect(desk.view).toMatchObject({ stage: 'investigation', owner: 'sp' });
    expect(desk.heard()).toEqual(['sp:notify.assigned']);
    await desk.act('sp', 'record-contact', { with: 'dealer' });
    await desk.act('sp', 'record-contact', { with: 'records' });
    await desk.act('sp', 'record-finding', { cause: 'x' });
    expect(desk.view.stage).toBe('investigation');
    await desk.act('sp', 'record-contact', { with: 'site' });
    expect(desk.view.stage).toBe('solution');
  });

  it('is gone on with by the one who made it; others of the role help carry it out', async () => {
    const desk = await responded();
    await desk.act('sq', 'record-contact', { with: 'dealer' });
    await desk.act('sq', 'record-contact', { with: 'site' });
    await desk.act('sq', 'record-finding', { cause: 'x' });
    expect(desk.view).toMatchObject({ stage: 'solution', owner: 'sq' });
    expect(await desk.refused('sp', 'propose-remedy', { kind: 'repair' })).toBe('NOT_YOUR_ROLE');
    await desk.act('sq', 'propose-remedy', { kind: 'repair', amount: 50_001 });
    expect(await desk.refused('ma', 'approve')).toBe('OVER_YOUR_LIMIT');
    await desk.act('di', 'approve');
    expect(desk.view).toMatchObject({ stage: 'execution', owner: 'specialist' });
    await desk.act('sp', 'carry-out-remedy');
    expect(desk.view.stage).toBe('inform');
  });

  it('the person assigned carries out beside the role', async () => {
    const desk = await responded('major');
    await desk.act('ma', 'assign', { to: 'mb' });
    for (const source of SOURCES) await desk.act('mb', 'record-contact', { with: source });
    await desk.act('mb', 'record-finding', { cause: 'x' });
    await desk.act('mb', 'propose-remedy', { kind: 'repair' });
    expect(await desk.refused('mb', 'approve')).toBe('SELF_APPROVAL');
    await desk.act('ma', 'approve');
    expect(desk.heard().slice(-2)).toEqual(['specialist:notify.stage', 'mb:notify.stage']);
    await desk.act('mb', 'carry-out-remedy');
  });
});

// As a manufacturer's quality control writes it: changes of design are approved before the action is done.
const quality = procedure({
  roles: names('customer-service quality-control rd responsible', { responsible: { 'by-department': true } }),
  departments: names('production'),
  superiors: { 'customer-service': 'quality-control', responsible: 'quality-control' },
  categories: names('product_quality service'),
  stages: {
    triage: stage(
      'customer-service',
      [{ classify: ['category', 'severity'] }],
      [{ when: { category: 'product_quality' }, to: 'analysis' }, 'settle'],
    ),
    settle: stage('customer-service', 'propose-remedy', 'inform', { remedies: ['settlement'] }),
    analysis: stage(
      'quality-control',
      [
        { 'record-finding': ['at-fault'] },
        { 'record-finding': { when: { 'finding.at-fault': 'yes' }, with: ['responsible'] } },
      ],
      'improvement',
      { clock: '2 working hours' },
    ),
    improvement: stage(
      'responsible',
      [
        { 'add-action': { where: { kind: ['corrective'] }, with: ['due'] } },
        { 'complete-action': { 'all-done': ['corrective'] } },
      ],
      'conclusion',
      { also: ['request-change'], approval: { what: 'change', by: ['rd'] } },
    ),
    conclusion: stage('quality-control', [{ 'complete-stage': ['note'] }], 'remedy'),
    remedy: stage('customer-service', 'propose-remedy', 'inform', { remedies: ['none', 'return'] }),
    inform: stage(
      'customer-service',
      ['inform-customer', { 'carry-out-remedy': { when: { 'remedies.kinds': { not: 'none' } } } }],
      'closed',
    ),
  },
  remedies: names('none return settlement'),
});

describe('a change of design', () => {
  async function improving(): Promise<TestDesk> {
    const desk = new TestDesk(
      quality,
      '2026-03-02 10:00',
      'cs customer-service; qc quality-control; dr rd; pr responsible dept=production',
    );
    await desk.file({ content: 'x' }, { category: 'product_quality' });
    await desk.act('cs', 'classify', { category: 'product_quality', severity: 'general' });
    await desk.act('qc', 'record-finding', { 'at-fault': 'yes' });
    expect(desk.view.stage).toBe('analysis');
    await desk.act('qc', 'record-finding', { responsible: 'production' });
    expect(desk.view).toMatchObject({ stage: 'improvement', department: 'production' });
    await desk.act('pr', 'add-action', { kind: 'corrective', what: 'a new seal', due: '2026-03-09' });
    return desk;
  }

  it('is approved before the action can be done', async () => {
    const desk = await improving();
    expect(await desk.refused('dr', 'approve', { what: 'change' })).toBe('NOT_NOW');
    await desk.act('pr', 'request-change', { what: 'the groove' });
    expect(desk.heard()).toContain('rd:notify.approval');
    expect(await desk.refused('pr', 'complete-action')).toBe('STAGE_NEEDS');
    expect(await desk.refused('pr', 'approve', { what: 'change' })).toBe('NOT_YOUR_ROLE');
    await desk.act('dr', 'refuse', { what: 'change', reason: 'too costly' });
    expect(desk.view).toMatchObject({ stage: 'improvement', rounds: 1, changes: [{ state: 'refused' }] });
    await desk.act('pr', 'request-change', { what: 'the glue' });
    await desk.act('dr', 'approve', { what: 'change' });
    await desk.act('pr', 'complete-action');
    expect(desk.view).toMatchObject({ stage: 'conclusion', changes: [{ state: 'refused' }, { state: 'approved' }] });
    await desk.act('qc', 'complete-stage');
    expect(desk.view.stage).toBe('conclusion');
    await desk.act('qc', 'complete-stage', { note: 'concluded' });
    expect(desk.view.stage).toBe('remedy');
  });

  it('the stage says which remedies may be proposed; none is carried out where none was', async () => {
    const desk = await improving();
    await desk.act('pr', 'complete-action');
    await desk.act('qc', 'complete-stage', { note: 'x' });
    expect(await desk.refused('cs', 'propose-remedy', { kind: 'settlement' })).toBe('INVALID');
    await desk.act('cs', 'propose-remedy', { kind: 'none' });
    expect(await desk.refused('cs', 'carry-out-remedy')).toBe('STAGE_NEEDS');
    await desk.act('cs', 'inform-customer', { text: 'x' });
    expect(desk.view.status).toBe('closed');
  });

  it('a settlement without approval is carried out too', async () => {
    const desk = new TestDesk(quality, '2026-03-02 10:00', 'cs customer-service');
    await desk.file({ content: 'x' }, { category: 'service' });
    await desk.act('cs', 'classify', { category: 'service', severity: 'general' });
    await desk.act('cs', 'propose-remedy', { kind: 'settlement', text: 'free delivery' });
    await desk.act('cs', 'inform-customer', { text: 'x' });
    expect(desk.view.stage).toBe('inform');
    await desk.act('cs', 'carry-out-remedy');
    expect(desk.view).toMatchObject({ status: 'closed', remedies: [{ state: 'done' }] });
  });
});
