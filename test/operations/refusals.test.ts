import { playbookNamed, TestDesk } from './support/desk.js';

const travel = playbookNamed('travel');
const hotel = playbookNamed('hotel-frontdesk');
const STAFF = 'li service; wang service,department-head; sun department-head; zhao leader; out guest-records';
const CLASS = { category: 'service_attitude', nature: 'valid', severity: 'general' };

async function filed(): Promise<TestDesk> {
  const desk = new TestDesk(travel, '2026-03-02 09:10', STAFF);
  await desk.file({ content: '导游态度差' }, { category: 'service_attitude' });
  return desk;
}

async function atApproval(): Promise<TestDesk> {
  const desk = await filed();
  await desk.act('li', 'classify', CLASS);
  await desk.act('sun', 'assign', { to: 'wang' });
  await desk.act('wang', 'record-finding', { cause: 'a', responsible: 'b' });
  await desk.act('wang', 'propose-remedy', { kind: 'refund', amount: 300 });
  return desk;
}

describe('refusals', () => {
  it('come in the stated order', async () => {
    const desk = await atApproval();
    // wang holds the approving role and is refused for being the one who proposed; recusal comes before that.
    expect(await desk.refused('wang', 'approve', { what: 'nothing' })).toBe('INVALID');
    expect(await desk.refused('wang', 'approve')).toBe('SELF_APPROVAL');
    expect(await desk.refused('li', 'approve')).toBe('NOT_YOUR_ROLE');
    expect(await desk.refused('li', 'carry-out-remedy')).toBe('NOT_NOW');
    await desk.act('zhao', 'recuse', { person: 'wang', reason: 'a relative' });
    expect(await desk.refused('wang', 'approve')).toBe('RECUSED');
    expect(await desk.refused('wang', 'approve', { what: 'nothing' })).toBe('INVALID');
    expect(await desk.refused('wang', 'carry-out-remedy')).toBe('RECUSED');
    await desk
      .act('li', 'withdraw', { reason: 'settled' })
      .catch(() => desk.act('sun', 'withdraw', { reason: 'settled' }));
    expect(await desk.refused('wang', 'approve', { what: 'nothing' })).toBe('CLOSED');
    expect(desk.view.status).toBe('withdrawn');
  });

  it('STALE when the case moved on since it was read, after all other checks', async () => {
    const desk = await filed();
    const { version } = desk.case;
    await desk.act('li', 'add-note', { text: 'seen' });
    expect(await desk.refused('sun', 'add-note', { text: 'late' }, version)).toBe('STALE');
    expect(await desk.refused('sun', 'approve', {}, version)).toBe('NOT_NOW');
    expect(await desk.refused('sun', 'add-note', { text: 'now' }, version + 1)).toBe('performed');
  });

  it('NOT_YOUR_ROLE for somebody who does not work with the procedure', async () => {
    const desk = await filed();
    for (const [verb, args] of [
      ['add-note', { text: 'x' }],
      ['record-contact', { with: 'customer' }],
      ['say', { text: 'x' }],
      ['classify', CLASS],
    ] as const) {
      expect([verb, await desk.refused('out', verb, args)]).toEqual([verb, 'NOT_YOUR_ROLE']);
    }
  });

  it.each([
    ['assign', { to: { $gt: '' } }],
    ['assign', {}],
    ['assign', { to: 'nobody' }],
    ['assign', { department: 'rooms' }],
    ['assign', { role: 'service' }],
    ['approve', { as: 'leader' }],
    ['classify', {}],
    ['classify', { category: 'nonsense' }],
    ['classify', { severity: 'huge' }],
    ['classify', { nature: 'odd' }],
    ['classify', { kind: 'odd' }],
    ['propose-remedy', { kind: 'gold' }],
    ['propose-remedy', { kind: 'refund', amount: '-1' }],
    ['propose-remedy', { kind: 'refund', amount: 'lots' }],
    ['propose-remedy', { kind: 'refund', promise: 'P1' }],
    ['propose-remedy', {}],
    ['record-finding', {}],
    ['record-finding', { cause: 'x', 'at-fault': 'maybe' }],
    ['add-action', { kind: 'odd', what: 'x' }],
    ['add-action', { kind: 'preventive', what: 'x', due: 'soon' }],
    ['add-action', { kind: 'preventive', what: 'x', due: '2026-02-30' }],
    ['complete-action', {}],
    ['complete-action', { which: 3 }],
    ['recuse', { person: 'nobody', reason: 'x' }],
    ['recuse', { person: 'li' }],
    ['extend-deadline', { clock: 'none', by: '1d', reason: 'x' }],
    ['extend-deadline', { clock: 'classify', by: '2026-03-02 09:30', reason: 'x' }],
    ['record-contact', { with: 'customer', accepts: 'perhaps' }],
    ['record-contact', {}],
    ['say', { text: '  ' }],
    ['add-note', { text: 'x', extra: 'y' }],
    ['withdraw', {}],
    ['refuse', {}],
    ['record-callback', { score: 6 }],
    ['schedule-visit', { at: 'later' }],
    ['quote', { amount: 'free' }],
    ['dispose-goods', { disposition: 'eat' }],
    ['verify-effect', { effective: 'so so' }],
    ['answer-survey', {}],
  ])('INVALID: %s %j', async (verb, args) => {
    const desk = await filed();
    expect(await desk.refused('zhao', verb, args)).toBe('INVALID');
  });

  it('NOT_NOW for what no stage of the procedure has, or another has', async () => {
    const desk = await filed();
    for (const [verb, args] of [
      ['ask-party', { party: 'merchant' }],
      ['arrive', {}],
      ['dispose-goods', { disposition: 'scrap' }],
      ['record-callback', { score: 5 }],
      ['close', { reason: 'enough' }],
      ['acknowledge', {}],
      ['reopen', { reason: 'x' }],
      ['approve', { what: 'extension' }],
      ['approve', { what: 'change' }],
      ['assign', { to: 'wang' }],
    ] as const) {
      expect([verb, await desk.refused('zhao', verb, args)]).toEqual([verb, 'NOT_NOW']);
    }
    expect(await desk.refused('customer', 'accept-outcome')).toBe('NOT_NOW');
    expect(await desk.refused('customer', 'answer-survey', { score: 5 })).toBe('NOT_NOW');
  });

  it('nobody else performs what is the customer’s or the desk’s', async () => {
    const desk = await atApproval();
    await desk.act('sun', 'approve');
    await desk.act('wang', 'carry-out-remedy');
    await desk.act('wang', 'add-action', { kind: 'preventive', what: 'x' });
    await desk.act('li', 'inform-customer', { text: 'done' });
    expect(await desk.refused('zhao', 'accept-outcome')).toBe('NOT_YOUR_ROLE');
    expect(await desk.refused('zhao', 'record-delivery', { reached: 'no' })).toBe('NOT_YOUR_ROLE');
    const stranger = { type: 'customer' as const, customerId: 'somebody else' };
    const request = { verb: 'accept-outcome', number: desk.number, args: {}, actor: stranger, cause: 'x' };
    expect(await desk.operations.perform(request)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  });

  it('after closing only what the rules allow', async () => {
    const desk = await filed();
    await desk.act('li', 'classify', { ...CLASS, nature: 'communication' });
    await desk.act('li', 'inform-customer', { text: 'we explain' });
    await desk.act('customer', 'accept-outcome');
    expect(desk.view.status).toBe('closed');
    for (const [verb, args] of [
      ['say', { text: 'x' }],
      ['classify', CLASS],
      ['recuse', { person: 'li', reason: 'x' }],
      ['extend-deadline', { clock: 'x', by: '1d', reason: 'x' }],
      ['approve', {}],
    ] as const) {
      expect([verb, await desk.refused('zhao', verb, args)]).toEqual([verb, 'CLOSED']);
    }
    await desk.act('li', 'add-note', { text: 'filed' });
    await desk.act('li', 'record-contact', { with: 'customer', note: 'thanks' });
    expect(await desk.refused('out', 'reopen', { reason: 'x' })).toBe('NOT_YOUR_ROLE');
    await desk.act('li', 'reopen', { reason: 'not solved' });
    expect(desk.view).toMatchObject({ status: 'open', stage: 'investigation', reopened: 1, rounds: 1 });
  });

  it('lowering a severity needs a reason, raising needs none', async () => {
    const desk = await filed();
    await desk.act('li', 'declare-major', { reason: 'press at the door' });
    expect(desk.view).toMatchObject({ severity: 'major', severityBecause: 'press at the door' });
    expect(await desk.refused('li', 'classify', { severity: 'general' })).toBe('INVALID');
    await desk.act('li', 'classify', { severity: 'general', because: 'it was a rumour' });
    expect(desk.view.severity).toBe('general');
    await desk.act('li', 'classify', { severity: 'major' });
    expect(desk.view.severity).toBe('major');
  });
});

describe('who may act', () => {
  it('in a stage of the assigned person: they, or anybody above', async () => {
    const desk = await filed();
    await desk.act('li', 'classify', CLASS);
    await desk.act('sun', 'assign', { to: 'li' });
    expect(await desk.refused('wang', 'record-finding', { cause: 'x' })).toBe('performed');
    expect(await desk.refused('zhao', 'record-finding', { cause: 'y' })).toBe('performed');
    const other = await filed();
    await other.act('li', 'classify', CLASS);
    await other.act('sun', 'assign', { to: 'sun' });
    expect(await other.refused('li', 'record-finding', { cause: 'x' })).toBe('NOT_YOUR_ROLE');
    expect(await other.refused('wang', 'record-finding', { cause: 'x' })).toBe('NOT_YOUR_ROLE');
    expect(await other.refused('zhao', 'record-finding', { cause: 'x' })).toBe('performed');
  });

  it('a major case belongs to the leader: the department head is not named then', async () => {
    const desk = await filed();
    await desk.act('li', 'classify', { ...CLASS, severity: 'major' });
    expect(desk.view.owner).toBe('leader');
    expect(await desk.refused('sun', 'assign', { to: 'li' })).toBe('NOT_YOUR_ROLE');
    await desk.act('zhao', 'assign', { to: 'li' });
  });

  it('people of another department than the case’s have no part in it', async () => {
    const desk = new TestDesk(
      hotel,
      '2026-03-10 01:15',
      'wang manager; chen department-head dept=rooms; bao department-head dept=food',
    );
    await desk.file({ content: '隔壁很吵', place: '七樓', concerned: '不知道' }, { category: 'noise' });
    await desk.act('wang', 'confirm-facts');
    await desk.act('wang', 'assign', { department: 'rooms' });
    expect(await desk.refused('bao', 'record-finding', { cause: 'x' })).toBe('NOT_YOUR_ROLE');
    await desk.act('chen', 'record-finding', { cause: 'x', checks: 'staff' });
    expect(desk.view.stage).toBe('investigation');
    await desk.act('chen', 'record-finding', { checks: 'site, records' });
    expect(desk.view.stage).toBe('resolution');
  });
});
