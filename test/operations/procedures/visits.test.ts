import { TestDesk } from '../support/desk.js';
import { acceptance, names, procedure, stage } from '../support/procedure.js';

// As a property service writes it: kinds with courses of their own, visits, quotes, replies that are reviewed.
const REPAIR = { kinds: ['repair', 'urgent'] };
const FORUM = [{ when: { 'fields.public': 'yes' }, to: 'reply-review' }, 'reply'];
const kind = (start: unknown, more = {}) => ({ label: { en: 'x' }, start, ...more });
const repairs = [{ when: { category: 'device' }, to: 'dispatch-approval' }, 'appointment'];
const property = procedure({
  calendar: 'always',
  roles: names('window engineering-head technician property-manager division-manager partner'),
  superiors: {
    window: 'property-manager',
    technician: 'engineering-head',
    'engineering-head': 'property-manager',
    'property-manager': 'division-manager',
  },
  severities: names('general urgent'),
  categories: names('plumbing device staff'),
  kinds: {
    repair: kind(repairs),
    urgent: kind(repairs, { severity: 'urgent' }),
    complaint: kind('handle'),
    question: kind('answer', { 'no-repeat': true }),
  },
  fields: 'unit_no public',
  stages: {
    'dispatch-approval': stage('division-manager', 'approve', 'appointment', {
      ...REPAIR,
      approval: { what: 'dispatch' },
      on: { refuse: { to: 'closed', tell: 'visit.declined', 'no-survey': true } },
      clock: '4 h',
    }),
    appointment: stage(
      ['window', 'engineering-head'],
      [
        { 'schedule-visit': { by: ['window'] } },
        {
          assign: {
            by: ['engineering-head'],
            'by-where': [{ where: { role: ['partner'] }, by: ['property-manager'] }],
          },
        },
      ],
      'visit',
      { ...REPAIR, clock: [{ when: { kind: 'urgent' }, within: '15 min' }, '2 h'] },
    ),
    visit: stage({ roles: ['technician'], assigned: true }, 'arrive', 'quote', {
      ...REPAIR,
      also: [{ 'schedule-visit': ['window', 'assigned'] }],
      clock: { id: 'arrival', 'after-visit': 10 },
    }),
    quote: stage(
      [
        { when: { 'record.quote.amount': { over: 0 } }, roles: ['customer'] },
        { roles: ['technician'], assigned: true },
      ],
      'quote',
      'work',
      {
        ...REPAIR,
        acceptance: 'quote',
        on: { 'refuse-outcome': { to: 'closed', tell: 'quote.refused', 'no-survey': true } },
      },
    ),
    work: stage({ roles: ['technician'], assigned: true }, 'complete-work', 'sign-off', { ...REPAIR, clock: '24 h' }),
    'sign-off': acceptance('closed', { to: 'work', again: true }, { ...REPAIR, acceptance: 'sign-off' }),
    handle: stage('property-manager', ['record-finding', 'propose-remedy'], FORUM, {
      kinds: ['complaint'],
      clock: '24 h',
    }),
    answer: stage('window', 'add-note', FORUM, { kinds: ['question'], clock: '24 h' }),
    'reply-review': stage(['property-manager', 'division-manager'], 'approve', 'reply', {
      kinds: ['complaint', 'question'],
      approval: { what: 'reply' },
      on: {
        refuse: [
          { when: { kind: 'complaint' }, to: 'handle', again: true },
          { to: 'answer', again: true },
        ],
      },
      clock: '4 h',
    }),
    reply: stage('window', 'inform-customer', [{ when: { kind: 'complaint' }, to: 'acceptance' }, 'closed'], {
      kinds: ['complaint', 'question'],
      clock: '4 h',
    }),
    acceptance: acceptance('closed', { to: 'handle', again: true }, { kinds: ['complaint'] }),
  },
  remedies: names('repair apology'),
  reopen: { complaint: 'handle', question: 'answer', '*': 'work' },
});

const STAFF =
  'wi window; en engineering-head; te technician; tu technician; pm property-manager; qm property-manager; dm division-manager; pa partner';

async function filed(kind: string, category = 'plumbing', fields: Record<string, string> = {}): Promise<TestDesk> {
  const desk = new TestDesk(property, '2026-03-08 08:00', STAFF);
  await desk.file({ content: '水管漏水', ...fields }, { category, kind });
  return desk;
}

async function visited(): Promise<TestDesk> {
  const desk = await filed('repair');
  await desk.act('wi', 'schedule-visit', { at: '2026-03-08 10:00' });
  await desk.act('en', 'assign', { to: 'te' });
  return desk;
}

describe('an appointment', () => {
  it('needs the window for the time and the head for the person; an urgent one is quick and major', async () => {
    const desk = await filed('urgent');
    expect(desk.view).toMatchObject({ severity: 'urgent', stage: 'appointment', owner: 'window' });
    expect(desk.due('appointment')).toBe('2026-03-08 08:15');
    expect(desk.due('first-word')).toBe('2026-03-08 12:00');
    expect(desk.heard()).toEqual(['window:notify.stage', 'engineering-head:notify.stage']);
    expect(desk.promised()).toBe('2026-03-08 08:15');
    expect(await desk.refused('en', 'schedule-visit', { at: '2026-03-08 09:00' })).toBe('NOT_YOUR_ROLE');
    expect(await desk.refused('wi', 'assign', { to: 'te' })).toBe('NOT_YOUR_ROLE');
    expect(await desk.refused('en', 'assign', { to: 'partner' })).toBe('NOT_YOUR_ROLE');
    desk.said();
    await desk.act('wi', 'schedule-visit', { at: '2026-03-08 09:00' });
    expect(desk.said()).toEqual(['visit.booked']);
    await desk.act('pm', 'assign', { to: 'partner' });
    expect(desk.view).toMatchObject({ stage: 'visit', owner: 'partner' });
    await desk.act('pa', 'arrive');
  });

  it('holds until ten minutes after; an agreed change moves it, another does not', async () => {
    const desk = await visited();
    expect(desk.view).toMatchObject({ stage: 'visit', owner: 'te' });
    expect(desk.due('arrival')).toBe('2026-03-08 10:10');
    expect(await desk.refused('tu', 'schedule-visit', { at: '2026-03-08 11:00' })).toBe('NOT_YOUR_ROLE');
    await desk.act('te', 'schedule-visit', { at: '2026-03-08 11:00', agreed: 'no' });
    expect(desk.local(desk.view.visits[0].at)).toBe('2026-03-08 10:00');
    await desk.act('wi', 'schedule-visit', { at: '2026-03-08 11:00', agreed: 'yes' });
    expect(desk.local(desk.view.visits[0].at)).toBe('2026-03-08 11:00');
    expect(desk.due('arrival')).toBe('2026-03-08 11:10');
    await desk.at('2026-03-08 11:11');
    await desk.act('te', 'arrive');
    expect(desk.view.visits[0]).toMatchObject({ late: true });
    expect(desk.view.clocks.arrival).toMatchObject({ state: 'missed', breached: true, charged: 'te' });
    expect(desk.view.stage).toBe('quote');
  });

  it('is not booked with a recused person', async () => {
    const desk = await filed('repair');
    await desk.act('en', 'assign', { to: 'te' });
    await desk.act('en', 'recuse', { person: 'te', reason: 'x' });
    expect(await desk.refused('en', 'assign', { to: 'te' })).toBe('RECUSED');
    await desk.act('en', 'assign', { to: 'tu' });
    await desk.act('wi', 'schedule-visit', { at: '2026-03-08 10:00' });
    expect(desk.view).toMatchObject({ stage: 'visit', owner: 'tu' });
  });
});

describe('a quote', () => {
  it('of nothing goes straight to work', async () => {
    const desk = await visited();
    await desk.act('te', 'arrive');
    await desk.act('te', 'quote', { amount: 0 });
    expect(desk.view).toMatchObject({ stage: 'work', quote: { amount: 0, state: 'accepted' } });
    expect(await desk.refused('te', 'complete-work', { done: 'x', charged: 1 })).toBe('OVER_QUOTE');
  });

  it('is agreed to before the work, and never exceeded', async () => {
    const desk = await visited();
    await desk.act('te', 'arrive');
    desk.said();
    await desk.act('te', 'quote', { amount: '120.50', text: '换阀门' });
    expect(desk.view).toMatchObject({ stage: 'quote', status: 'waiting-for-customer', owner: 'customer' });
    expect(desk.said()).toEqual(['quote.ask']);
    await desk.act('customer', 'accept-outcome');
    expect(desk.view).toMatchObject({ stage: 'work', owner: 'te', quote: { state: 'accepted' } });
    expect(desk.view.acceptance).toBeUndefined();
    expect(await desk.refused('te', 'complete-work', { done: 'x', charged: 121 })).toBe('OVER_QUOTE');
    desk.said();
    await desk.act('te', 'complete-work', { done: '换了阀门', charged: 100 });
    expect(desk.said()).toEqual(['signoff.ask']);
    await desk.act('customer', 'refuse-outcome', { reason: '还在漏' });
    expect(desk.view).toMatchObject({ stage: 'work', rounds: 2, acceptance: 'refused' });
    await desk.act('te', 'complete-work', { done: '又换了', charged: 100 });
    await desk.act('customer', 'accept-outcome');
    expect(desk.view).toMatchObject({
      status: 'closed',
      charged: 100,
      acceptance: 'accepted',
      survey: { state: 'owed' },
    });
  });

  it('refused ends the case without work and without a survey', async () => {
    const desk = await visited();
    await desk.act('te', 'arrive');
    await desk.act('te', 'quote', { amount: 500 });
    desk.said();
    await desk.act('wi', 'record-contact', { with: 'customer', accepts: 'no', note: '太贵' });
    expect(desk.view).toMatchObject({ status: 'closed', acceptance: 'refused', quote: { state: 'refused' } });
    expect(desk.view.survey.state).toBe('none');
    expect(desk.said()).toEqual(['quote.refused']);
  });
});

describe('kinds', () => {
  it('have courses of their own', async () => {
    const desk = await filed('repair', 'device');
    expect(desk.view.stage).toBe('dispatch-approval');
    desk.said();
    await desk.act('dm', 'refuse', { reason: '不在服务范围' });
    expect(desk.view).toMatchObject({ status: 'closed', survey: { state: 'none' } });
    expect(desk.said()).toEqual(['visit.declined']);
  });

  it('WRONG_KIND for what another kind’s stages have', async () => {
    const desk = await filed('question');
    expect(await desk.refused('wi', 'propose-remedy', { kind: 'apology' })).toBe('WRONG_KIND');
    expect(await desk.refused('te', 'quote', { amount: 1 })).toBe('WRONG_KIND');
    expect(await desk.refused('wi', 'inform-customer', { text: 'x' })).toBe('NOT_NOW');
    expect(await desk.refused('wi', 'ask-party', { party: 'x' })).toBe('NOT_NOW');
  });

  it('changed, send the case to the new kind’s first stage', async () => {
    const desk = await filed('question');
    await desk.act('wi', 'classify', { kind: 'urgent' });
    expect(desk.view).toMatchObject({ kind: 'urgent', stage: 'appointment', severity: 'urgent', rounds: 1 });
    expect(desk.view.clocks.answer.state).toBe('met');
  });

  it('a public answer is reviewed by another than who prepared it', async () => {
    const desk = await filed('complaint', 'staff', { public: 'yes' });
    await desk.act('pm', 'record-finding', { cause: 'x' });
    await desk.act('pm', 'propose-remedy', { kind: 'apology' });
    expect(desk.view.stage).toBe('reply-review');
    expect(await desk.refused('pm', 'approve')).toBe('SELF_APPROVAL');
    expect(await desk.refused('wi', 'approve')).toBe('NOT_YOUR_ROLE');
    await desk.act('qm', 'refuse', { reason: '语气' });
    expect(desk.view).toMatchObject({ stage: 'handle', rounds: 2 });
    await desk.act('pm', 'record-finding', { cause: 'x' });
    await desk.act('pm', 'propose-remedy', { kind: 'apology' });
    await desk.act('dm', 'approve');
    await desk.act('wi', 'inform-customer', { text: 'x' });
    expect(desk.view).toMatchObject({ stage: 'acceptance' });
  });

  it('a note answers a question only when its owner writes it', async () => {
    const desk = await filed('question');
    await desk.act('te', 'add-note', { text: 'by the way' });
    expect(desk.view.stage).toBe('answer');
    await desk.act('wi', 'add-note', { text: 'the answer' });
    expect(desk.view.stage).toBe('reply');
    await desk.act('wi', 'inform-customer', { text: 'x' });
    expect(desk.view.status).toBe('closed');
  });
});
