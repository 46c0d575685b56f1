import type { Case } from '../../src/domain/case.js';
import { caseNumberFrom } from '../../src/domain/case-number.js';
import type { CaseRequest } from '../../src/operations/perform.js';
import { playbookNamed, TestDesk } from './support/desk.js';

const travel = playbookNamed('travel');
const STAFF = 'li service; sun department-head; zhao leader';
const CLASS = { category: 'service_attitude', nature: 'valid', severity: 'general' };

const travelDesk = () => new TestDesk(travel, '2026-03-02 09:10', STAFF);

function opening(cause: string): CaseRequest {
  const args = { text: '导游态度差', fields: { name: 'A', phone: '13800138000' }, category: 'service_attitude' };
  return { verb: 'open-case', args, actor: { type: 'customer', customerId: 'c1' }, conversationId: 'chat-c1', cause };
}

async function numberOf(desk: TestDesk, request: CaseRequest): Promise<string> {
  const done = await desk.operations.perform(request);
  if (!done.ok) throw new Error(done.message);
  return done.case.number;
}

describe('performing', () => {
  it('the same request again changes nothing, even with an old version', async () => {
    const desk = travelDesk();
    await desk.file({ content: '导游态度差' });
    const request = {
      verb: 'add-note',
      number: desk.number,
      args: { text: 'x' },
      actor: desk.actor('li'),
      cause: 'same',
    };
    const first = await desk.operations.perform({ ...request, ifVersion: 1 });
    const second = await desk.operations.perform({ ...request, ifVersion: 1 });
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(desk.case.version).toBe(2);
    expect(desk.case.timeline.filter(({ what }) => what === 'add-note')).toHaveLength(1);
  });

  it('the same opening again is the same case', async () => {
    const desk = travelDesk();
    const number = await numberOf(desk, opening('m1'));
    expect(await numberOf(desk, opening('m1'))).toBe(number);
    expect(await numberOf(desk, opening('m2'))).not.toBe(number);
    expect(desk.cases.size).toBe(2);
  });

  it('a number that is taken is passed over', async () => {
    const desk = travelDesk();
    const taken = caseNumberFrom('m1', 0);
    desk.cases.set(taken, { number: taken, timeline: [], openedAt: new Date(0), fields: {} } as unknown as Case);
    expect(await numberOf(desk, opening('m1'))).toBe(caseNumberFrom('m1', 1));
  });

  it('decides anew when somebody was faster, and loses nothing', async () => {
    const desk = travelDesk();
    await desk.file({ content: '导游态度差' });
    const { cases } = desk.needs.stores;
    const { replace } = cases;
    let others = 1;
    cases.replace = async (of, version) => {
      if (others-- > 0) await desk.attempt('sun', 'add-note', { text: 'in between' });
      return replace(of, version);
    };
    await desk.act('li', 'add-note', { text: 'mine' });
    const notes = desk.case.timeline.filter(({ what }) => what === 'add-note').map(({ detail }) => detail.text);
    expect(notes).toEqual(['in between', 'mine']);
    expect(desk.case.version).toBe(3);
  });

  it('two who decide at once: the second meets the case as it is then', async () => {
    const desk = travelDesk();
    await desk.file({ content: '导游态度差' });
    const both = await Promise.all([desk.attempt('li', 'classify', CLASS), desk.attempt('li', 'classify', CLASS)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'NOT_YOUR_ROLE' });
    desk.check();
  });

  it('what a crash left is carried out before anything else is decided', async () => {
    const desk = travelDesk();
    await desk.file({ content: '导游态度差' });
    const { carryOut } = desk.needs;
    desk.needs.carryOut = () => Promise.reject(new Error('the process died'));
    await expect(desk.attempt('li', 'classify', CLASS)).rejects.toThrow('died');
    expect(desk.view.stage).toBe('assign');
    expect(desk.heard()).toEqual(['service:notify.stage']);
    desk.needs.carryOut = carryOut;
    await desk.act('li', 'add-note', { text: 'x' });
    expect(desk.heard()).toEqual(['department-head:notify.stage']);
  });

  it('a promise whose moment has passed is dropped', async () => {
    const desk = travelDesk();
    await desk.file({ content: '导游态度差' });
    const [mark] = desk.owed('clock-mark');
    await desk.act('li', 'classify', CLASS);
    desk.heard();
    desk.now = desk.time('2026-03-02 12:00');
    await desk.operations.performDue(mark!);
    expect(desk.heard()).toEqual([]);
    expect(desk.view.clocks.classify.breached).toBeUndefined();
  });

  it('a promise kept at night because the desk was down waits for the morning', async () => {
    const desk = travelDesk();
    await desk.file({ content: '导游态度差' });
    desk.said();
    const [update] = desk.owed('status-update');
    desk.now = desk.time('2026-03-05 23:00');
    await desk.operations.performDue(update!);
    expect(desk.said()).toEqual([]);
    expect(desk.owed('status-update')).toMatchObject([{ id: update!.id, dueAt: desk.time('2026-03-06 09:00') }]);
  });

  it('an unknown verb and an unknown case are refused', async () => {
    const desk = travelDesk();
    await desk.file({ content: '导游态度差' });
    expect(await desk.refused('li', 'explode')).toBe('UNKNOWN_VERB');
    desk.number = '999-9999-9';
    expect((await desk.operations.perform({ ...opening('x'), verb: 'add-note', number: 'x' })).ok).toBe(false);
  });
});

describe('opening', () => {
  it('keeps the signature, and refuses fields that the procedure does not have', async () => {
    const desk = travelDesk();
    await desk.file({ content: 'x' }, { signature: { at: desk.now, text: '导游态度差' } });
    expect(desk.view.signature).toMatchObject({ text: '导游态度差', at: desk.now.toISOString() });
    const strange = await desk.operations.perform({ ...opening('s'), args: { text: 'x', 'fields.engine': 'V8' } });
    expect(strange).toMatchObject({ ok: false, code: 'INVALID', field: 'fields.engine' });
    const odd = await desk.operations.perform({ ...opening('o'), args: { text: 'x', engine: 'V8' } });
    expect(odd).toMatchObject({ ok: false, code: 'INVALID', field: 'engine' });
  });

  it('by staff gives the customer a receipt in their chat', async () => {
    const desk = travelDesk();
    const request = { ...opening('m1'), actor: { type: 'person' as const, person: desk.staff[0]! } };
    desk.number = await numberOf(desk, request);
    expect(desk.told[0]).toMatchObject({ receipt: { number: desk.number }, say: [{ key: 'receipt.staff' }] });
    expect(desk.view.timeline[0]).toMatchObject({ by: 'li', what: 'open-case' });
  });

  it('of an urgent matter tells the owner what to ask later', async () => {
    const desk = travelDesk();
    await desk.file({ content: '有人受伤' }, { missing: ['outcome'] });
    expect(desk.heard()).toEqual(['leader:notify.major', 'service:notify.stage', 'service:notify.missing']);
    expect(desk.view).toMatchObject({ severity: 'major' });
    expect(desk.due('first-word')).toBe('2026-03-02 13:10');
    await desk.act('li', 'say', { text: 'I am on my way' });
    expect(desk.view.clocks['first-word'].state).toBe('running');
    await desk.act('desk', 'record-delivery', { reached: 'yes', heard: 'person', asks: 'no' });
    expect(desk.view.clocks['first-word'].state).toBe('met');
  });
});
