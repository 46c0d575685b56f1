import { playbookNamed, TestDesk } from './support/desk.js';

const travel = playbookNamed('travel');
const hotel = playbookNamed('hotel-frontdesk');
const STAFF = 'li service; wang service; sun department-head; zhao leader';
const CLASS = { category: 'other', nature: 'communication', severity: 'general' };

/** Opens a case that only needs an explanation, and closes it at the given time. */
async function explain(desk: TestDesk, closedAt?: string, matter = 'a'): Promise<string> {
  await desk.file({ content: '想问问行程', order_no: `TR-${matter}` }, { category: 'other' });
  const { number } = desk;
  if (closedAt) {
    await desk.act('li', 'classify', CLASS);
    await desk.act('li', 'inform-customer', { text: '我们说明一下' });
    await desk.at(closedAt);
    await desk.act('customer', 'accept-outcome');
  }
  return number;
}

const travelDesk = (at: string) => new TestDesk(travel, at, STAFF);

describe('the survey after closing', () => {
  it('is asked a day later by day, reminded once, and expires', async () => {
    const desk = travelDesk('2026-03-02 10:00');
    await explain(desk, '2026-03-02 21:30');
    expect(desk.owed('survey')).toMatchObject([{ dueAt: desk.time('2026-03-04 09:00') }]);
    desk.said();
    await desk.at('2026-03-04 09:00');
    expect(desk.told[0]?.ask).toMatchObject({ kind: 'survey-score', choices: ['1', '2', '3', '4', '5'] });
    expect(desk.said()).toEqual(['survey.ask']);
    await desk.at('2026-03-06 09:00');
    expect(desk.said()).toEqual(['survey.reminder']);
    await desk.at('2026-03-11 09:00');
    expect(desk.view.survey).toMatchObject({ state: 'expired' });
    expect(desk.said()).toEqual([]);
    expect(await desk.refused('customer', 'answer-survey', { score: 5 })).toBe('NOT_NOW');
  });

  it('a score without words expires all the same, but stays', async () => {
    const desk = travelDesk('2026-03-02 10:00');
    await explain(desk, '2026-03-02 10:00');
    await desk.at('2026-03-03 10:00');
    await desk.act('customer', 'answer-survey', { score: 4 });
    expect(desk.view.survey).toMatchObject({ state: 'asked', score: 4 });
    expect(desk.owed('survey-reminder')).toEqual([]);
    await desk.act('customer', 'answer-survey', { comment: '' });
    expect(desk.view.survey).toMatchObject({ state: 'answered', score: 4 });
    expect(desk.view.survey.comment).toBeUndefined();
  });

  it('is at most one in thirty days: a second is dropped', async () => {
    const desk = travelDesk('2026-03-02 10:00');
    await explain(desk, '2026-03-02 10:00');
    await desk.at('2026-03-04 10:00');
    const second = await explain(desk, '2026-03-10 10:00', 'b');
    await desk.at('2026-03-11 10:00');
    expect(desk.cases.get(second)?.survey.state).toBe('none');
    await desk.at('2026-04-02 10:00');
    const third = await explain(desk, '2026-04-02 10:00', 'c');
    await desk.at('2026-04-03 10:00');
    expect(desk.cases.get(third)?.survey.state).toBe('asked');
  });

  it('is held back while another case of theirs is open, and asked when that closes', async () => {
    const desk = travelDesk('2026-03-02 10:00');
    const first = await explain(desk, '2026-03-02 10:00');
    const second = await explain(desk, undefined, 'b');
    await desk.at('2026-03-03 12:00');
    expect(desk.cases.get(first)?.survey.state).toBe('owed');
    expect(desk.owed('survey', first)).toEqual([]);
    await desk.act('li', 'classify', CLASS);
    await desk.act('li', 'inform-customer', { text: '我们说明一下' });
    await desk.at('2026-03-03 22:00');
    await desk.act('customer', 'accept-outcome');
    expect(desk.owed('survey', first)).toMatchObject([{ dueAt: desk.time('2026-03-04 09:00') }]);
    await desk.at('2026-03-04 09:00');
    expect(desk.cases.get(first)?.survey.state).toBe('asked');
    await desk.at('2026-03-05 10:00');
    expect(desk.cases.get(second)?.survey.state).toBe('none');
  });

  it('is not owed after a withdrawal', async () => {
    const desk = travelDesk('2026-03-02 10:00');
    await explain(desk);
    await desk.act('customer', 'withdraw', { reason: 'settled' });
    expect(desk.view).toMatchObject({ status: 'withdrawn', survey: { state: 'none' } });
    expect([...desk.obligations.values()].filter(({ state }) => state === 'owed')).toEqual([]);
  });

  it('answered while a newer case is open still counts', async () => {
    const desk = travelDesk('2026-03-02 10:00');
    const first = await explain(desk, '2026-03-02 10:00');
    await desk.at('2026-03-03 10:00');
    await explain(desk, undefined, 'b');
    desk.number = first;
    await desk.act('customer', 'answer-survey', { score: 5, comment: '很好' });
    expect(desk.view.survey).toMatchObject({ state: 'answered', score: 5, comment: '很好' });
  });
});

describe('a low score', () => {
  /** A valid travel case that wang investigated, closed and surveyed. */
  async function surveyed(staff: string): Promise<TestDesk> {
    const desk = new TestDesk(travel, '2026-03-02 10:00', staff);
    await desk.file({ content: '导游态度差' }, { category: 'service_attitude' });
    await desk.act('li', 'classify', { ...CLASS, nature: 'valid' });
    await desk.act('sun', 'assign', { to: 'wang' });
    await desk.act('wang', 'record-finding', { cause: 'a', responsible: 'b' });
    await desk.act('wang', 'propose-remedy', { kind: 'refund', amount: 300 });
    await desk.act('sun', 'approve');
    await desk.act('wang', 'carry-out-remedy');
    await desk.act('wang', 'add-action', { kind: 'preventive', what: 'x', due: '2026-03-02' });
    await desk.act('li', 'inform-customer', { text: 'done' });
    await desk.act('customer', 'accept-outcome');
    expect(desk.view.clocks.action.state).toBe('ended');
    await desk.at('2026-03-03 10:00');
    desk.heard();
    await desk.act('customer', 'answer-survey', { score: 1 });
    return desk;
  }

  it('re-opens at once with somebody else of the role, and nothing recorded before counts', async () => {
    const desk = await surveyed('wang service; li service; sun department-head; zhao leader');
    expect(desk.view).toMatchObject({ status: 'open', stage: 'investigation', reopened: 1, rounds: 1, owner: 'li' });
    expect(desk.heard()).toEqual(['li:notify.stage', 'li:notify.reopened']);
    expect(await desk.refused('wang', 'record-finding', { cause: 'x' })).toBe('NOT_YOUR_ROLE');
    await desk.act('customer', 'answer-survey', { comment: '没有解决' });
    expect(desk.heard()).toEqual(['li:notify.survey_low']);
    await desk.act('li', 'record-finding', { cause: 'c', responsible: 'd' });
    await desk.act('li', 'propose-remedy', { kind: 'apology' });
    // The 300 of before is no part of this sum.
    expect(desk.heard().at(-1)).toBe('department-head:notify.approval');
    await desk.act('sun', 'approve');
    expect(desk.view.owner).toBe('li');
    expect(await desk.refused('wang', 'carry-out-remedy')).toBe('NOT_YOUR_ROLE');
  });

  it('goes to the next superior when nobody else holds the role', async () => {
    const desk = await surveyed('wang service; li department-head; sun department-head; zhao leader');
    expect(desk.view.owner).toBe('li');
    expect(await desk.refused('sun', 'record-finding', { cause: 'x' })).toBe('NOT_YOUR_ROLE');
    expect(await desk.refused('zhao', 'record-finding', { cause: 'x' })).toBe('performed');
  });

  it('stays with the role when nobody else holds it and nobody is above', async () => {
    const desk = new TestDesk(
      hotel,
      '2026-03-02 10:00',
      'li front-desk; wang manager; chen department-head dept=rooms',
    );
    await desk.file({ content: '很吵', place: '七樓', concerned: '不知道' }, { category: 'noise' });
    await desk.act('wang', 'confirm-facts');
    await desk.act('wang', 'assign', { to: 'chen' });
    await desk.act('chen', 'record-finding', { cause: '属实', checks: 'staff,site,records' });
    await desk.act('chen', 'propose-remedy', { kind: 'room-discount', amount: 300 });
    await desk.act('wang', 'approve');
    await desk.act('customer', 'accept-outcome');
    await desk.act('chen', 'carry-out-remedy');
    await desk.act('li', 'inform-customer', { text: 'done' });
    await desk.act('li', 'record-contact', { with: 'customer', note: 'fine' });
    await desk.at('2026-03-03 11:00');
    await desk.act('customer', 'answer-survey', { score: 2 });
    expect(desk.view).toMatchObject({ stage: 'review', owner: 'manager', reopened: 1 });
    await desk.act('wang', 'confirm-facts');
  });
});
