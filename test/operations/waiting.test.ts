import type { Playbook } from '../../src/domain/playbook.js';
import { playbookNamed, TestDesk } from './support/desk.js';

const travel = playbookNamed('travel');
const hotel = playbookNamed('hotel-frontdesk');
const STAFF = 'li service; sun department-head; zhao leader';
const HOTEL = 'li front-desk; wang manager; chen department-head dept=rooms';

/** A travel case that is explained and waits for the customer from Mon 2026-03-02 10:00 on. */
async function explained(playbook: Playbook = travel): Promise<TestDesk> {
  const desk = new TestDesk(playbook, '2026-03-02 10:00', STAFF);
  await desk.file({ content: '想问问行程' }, { category: 'other' });
  await desk.act('li', 'classify', { category: 'other', nature: 'communication', severity: 'general' });
  await desk.act('li', 'inform-customer', { text: '我们说明一下' });
  desk.said();
  desk.heard();
  return desk;
}

/** A hotel case at the guest's acceptance. */
async function offered(at: string): Promise<TestDesk> {
  const desk = new TestDesk(hotel, at, HOTEL);
  await desk.file({ content: '很吵', place: '七樓', concerned: '不知道' }, { category: 'noise' });
  await desk.act('wang', 'confirm-facts');
  await desk.act('wang', 'assign', { to: 'chen' });
  await desk.act('chen', 'record-finding', { cause: '属实', checks: 'staff,site,records' });
  await desk.act('chen', 'propose-remedy', { kind: 'room-discount', amount: 300 });
  await desk.act('wang', 'approve');
  desk.said();
  desk.heard();
  return desk;
}

describe('while the customer is asked', () => {
  it('reminds by day after three days, and takes silence for agreement after seven', async () => {
    const desk = await offered('2026-03-02 22:00');
    await desk.at('2026-03-06 08:59');
    expect(desk.said()).toEqual([]);
    await desk.at('2026-03-06 09:00');
    expect(desk.told[0]?.choices?.map(({ id }) => id)).toEqual(['accept', 'refuse']);
    expect(desk.said()).toEqual(['accept.reminder']);
    await desk.at('2026-03-09 21:59');
    expect(desk.view).toMatchObject({ stage: 'acceptance', status: 'waiting-for-customer' });
    await desk.at('2026-03-09 22:00');
    expect(desk.view).toMatchObject({ stage: 'execution', status: 'open', acceptance: 'silent' });
    expect(desk.said()).toEqual(['update.stage']);
    expect(desk.heard()).toContain('manager:notify.silent');
    expect(desk.owed('acceptance-reminder')).toEqual([]);
  });

  it('takes no silence for agreement once they said no, whether they say why or not', async () => {
    const desk = await offered('2026-03-02 12:00');
    await desk.act('customer', 'decline-outcome');
    expect(desk.view).toMatchObject({ stage: 'acceptance', status: 'waiting-for-customer' });
    await desk.at('2026-03-09 11:59');
    expect(desk.said()).toEqual(['refuse.reminder']);
    await desk.at('2026-03-09 12:00');
    expect(desk.view).toMatchObject({ stage: 'resolution', status: 'open', acceptance: 'refused', rounds: 2 });
    expect(desk.said()).toEqual(['refused.unexplained']);
    expect(desk.heard()).not.toContain('manager:notify.silent');
  });

  it('closes by silence where nothing comes after, and says how to re-open', async () => {
    const desk = await explained();
    await desk.at('2026-03-09 10:00');
    expect(desk.view).toMatchObject({ status: 'closed', acceptance: 'silent', stage: 'acceptance' });
    expect(desk.said()).toEqual(['accept.reminder', 'closed.silent']);
  });

  it('never takes silence for agreement where the procedure says so: somebody telephones, again every seven days', async () => {
    const desk = await explained({ ...travel, neverSilent: true });
    await desk.at('2026-03-09 10:00');
    expect(desk.view).toMatchObject({ status: 'waiting-for-customer' });
    expect(desk.heard()).toEqual(['service:notify.call']);
    expect(desk.owed('call-customer')).toMatchObject([{ to: 'service', byPerson: true }]);
    await desk.act('li', 'record-contact', { with: 'customer', note: 'nobody picked up' });
    expect(desk.owed('call-customer')).toEqual([]);
    await desk.at('2026-03-16 10:00');
    expect(desk.owed('call-customer')).toHaveLength(1);
    await desk.act('li', 'record-contact', { with: 'customer', accepts: 'yes', note: 'fine' });
    expect(desk.view).toMatchObject({ status: 'closed', acceptance: 'accepted' });
    expect(desk.owed('call-customer')).toEqual([]);
  });

  it('does not count days in which the outcome had not reached them', async () => {
    const desk = await explained();
    await desk.act('desk', 'record-delivery', { reached: 'no', asks: 'yes' });
    expect(desk.heard()).toEqual(['service:notify.delivery.outcome']);
    expect(desk.owed('call-customer')).toMatchObject([{ to: 'service' }]);
    expect(desk.owed('acceptance-lapse')).toEqual([]);
    await desk.at('2026-03-20 10:00');
    expect(desk.view.status).toBe('waiting-for-customer');
    await desk.act('desk', 'record-delivery', { reached: 'yes', asks: 'yes', heard: 'desk' });
    expect(desk.owed('call-customer')).toEqual([]);
    await desk.at('2026-03-27 09:59');
    expect(desk.view.status).toBe('waiting-for-customer');
    await desk.at('2026-03-27 10:00');
    expect(desk.view.status).toBe('closed');
  });

  it('pauses the clocks of the case, and lets them go on with what was left', async () => {
    const desk = await offered('2026-03-02 10:00');
    await desk.act('customer', 'refuse-outcome', { reason: 'too little' });
    expect(desk.view.stage).toBe('resolution');
    await desk.at('2026-03-02 12:00');
    await desk.act('chen', 'propose-remedy', { kind: 'room-discount', amount: 500 });
    await desk.act('wang', 'declare-major', { reason: 'press' });
    expect(desk.due('first-word')).toBe('2026-03-02 16:00');
    await desk.at('2026-03-02 13:00');
    await desk.act('wang', 'approve');
    expect(desk.view.clocks['first-word'].state).toBe('paused');
    expect(desk.owed('clock-mark')).toEqual([]);
    await desk.at('2026-03-02 20:00');
    await desk.act('customer', 'accept-outcome');
    expect(desk.view.clocks['first-word'].state).toBe('running');
    expect(desk.due('first-word')).toBe('2026-03-02 23:00');
    expect(
      desk
        .owed('clock-mark')
        .map(({ detail }) => detail.clock)
        .sort(),
    ).toEqual(['execution', 'first-word']);
  });

  it('keeps what the customer refused off the table', async () => {
    const desk = await offered('2026-03-02 10:00');
    await desk.act('customer', 'refuse-outcome', { reason: 'too little' });
    expect(desk.view.remedies).toMatchObject([{ state: 'refused' }]);
    expect(desk.view).toMatchObject({ rounds: 2, acceptance: 'refused' });
    await desk.act('chen', 'propose-remedy', { kind: 'apology', text: '总经理当面道歉' });
    await desk.act('wang', 'approve');
    expect(JSON.stringify(desk.told.at(-1)?.say)).not.toContain('300');
    await desk.act('customer', 'accept-outcome');
    await desk.act('chen', 'carry-out-remedy');
    expect(desk.view.remedies.map(({ state }: { state: string }) => state)).toEqual(['refused', 'done']);
  });

  it('reads what they say with a refusal for what makes the case major', async () => {
    const desk = await offered('2026-03-02 10:00');
    await desk.act('customer', 'refuse-outcome', { reason: '我妈还摔伤了，你们提都不提' });
    expect(desk.view).toMatchObject({ severity: 'major', stage: 'resolution' });
    expect(desk.heard()).toContain('manager:notify.major');
  });
});

describe('a question to the customer', () => {
  async function asked(): Promise<TestDesk> {
    const desk = new TestDesk(travel, '2026-03-02 09:10', STAFF);
    await desk.file({ content: '导游态度差' }, { category: 'service_attitude' });
    desk.said();
    await desk.pass(20);
    await desk.act('li', 'ask-customer', { text: '导游叫什么？' });
    return desk;
  }

  it('stops the clocks until the answer; the status stays open', async () => {
    const desk = await asked();
    expect(desk.view).toMatchObject({ status: 'open', stage: 'classify' });
    expect(desk.view.clocks.classify.state).toBe('paused');
    expect(desk.told.at(-1)?.ask).toMatchObject({ kind: 'question' });
    await desk.at('2026-03-03 11:00');
    await desk.act('customer', 'answer-question', { text: '姓刘' });
    expect(desk.heard()).toContain('li:notify.answered');
    // 40 of the 60 minutes were left.
    expect(desk.due('classify')).toBe('2026-03-03 11:40');
    expect(desk.view.question).toBeUndefined();
  });

  it('asked while the case waits for them anyway keeps the clocks until both are answered', async () => {
    const desk = await offered('2026-03-02 10:00');
    await desk.act('wang', 'declare-major', { reason: 'press' });
    expect(desk.view.clocks['first-word'].state).toBe('running');
    await desk.act('wang', 'ask-customer', { text: 'which room?' });
    await desk.act('customer', 'accept-outcome');
    expect(desk.view).toMatchObject({ stage: 'execution', status: 'open' });
    expect(desk.view.clocks['first-word'].state).toBe('paused');
    await desk.act('customer', 'answer-question', { text: '1208' });
    expect(desk.view.clocks['first-word'].state).toBe('running');
  });

  it('reminds after two working days and goes on after five', async () => {
    const desk = await asked();
    desk.said();
    await desk.at('2026-03-04 09:30');
    expect(desk.said()).toEqual(['asked.reminder']);
    await desk.at('2026-03-09 09:29');
    expect(desk.view.clocks.classify.state).toBe('paused');
    expect(desk.said()).toEqual([]);
    await desk.at('2026-03-09 09:30');
    expect(desk.view.clocks.classify.state).toBe('running');
    expect(desk.due('classify')).toBe('2026-03-09 10:10');
    // What comes later is heard all the same.
    desk.heard();
    await desk.act('customer', 'answer-question', { text: '姓刘' });
    expect(desk.heard()).toEqual(['service:notify.message']);
  });
});

describe('silence', () => {
  it('is broken after three working days, by day, again and again', async () => {
    const desk = new TestDesk(hotel, '2026-03-02 22:00', HOTEL);
    await desk.file({ content: '很吵', place: '七樓', concerned: '不知道' }, { category: 'noise' });
    // The receipt counts as heard.
    expect(desk.owed('status-update')).toMatchObject([{ dueAt: desk.time('2026-03-06 09:00') }]);
    expect(desk.promised()).toBe('2026-03-06 09:00');
    desk.said();
    await desk.at('2026-03-06 09:00');
    // The review was due long ago: bad news first, and nobody is above the manager to have been told.
    expect(desk.said()).toEqual(['status.late']);
    expect(desk.owed('status-update')).toMatchObject([{ dueAt: desk.time('2026-03-09 09:00') }]);
    await desk.at('2026-03-07 10:00');
    await desk.act('wang', 'record-contact', { with: 'customer', note: 'told him so' });
    expect(desk.owed('status-update')).toMatchObject([{ dueAt: desk.time('2026-03-10 10:00') }]);
    await desk.at('2026-03-08 11:00');
    await desk.act('li', 'say', { text: 'still working on it' });
    expect(desk.owed('status-update')).toMatchObject([{ dueAt: desk.time('2026-03-11 11:00') }]);
  });

  it('is broken by telephone where there is no chat', async () => {
    const desk = new TestDesk(hotel, '2026-03-02 10:00', HOTEL);
    const opened = await desk.operations.perform({
      verb: 'open-case',
      args: { text: '很吵', name: '陈', phone: '13800138000', 'fields.place': '七樓', category: 'noise' },
      actor: desk.actor('li'),
      cause: 'x',
    });
    if (!opened.ok) throw new Error(opened.message);
    desk.number = opened.case.number;
    expect(desk.view).toMatchObject({ fields: { place: '七樓', name: '陈' }, stage: 'review' });
    await desk.act('wang', 'confirm-facts');
    await desk.act('wang', 'assign', { to: 'chen' });
    await desk.act('chen', 'record-finding', { cause: '属实', checks: 'staff,site,records' });
    await desk.act('chen', 'propose-remedy', { kind: 'room-discount', amount: 300 });
    await desk.act('wang', 'approve');
    expect(desk.owed('call-customer')).toMatchObject([{ to: 'manager', detail: { because: 'acceptance' } }]);
    expect(desk.owed('acceptance-lapse')).toEqual([]);
    await desk.act('li', 'record-contact', { with: 'customer', accepts: 'yes', note: 'ok' });
    expect(desk.view).toMatchObject({ stage: 'execution', acceptance: 'accepted' });
    expect(desk.owed('call-customer')).toEqual([]);
  });
});
