import { playbookNamed, TestDesk } from './support/desk.js';

const travel = playbookNamed('travel');
const open = () =>
  new TestDesk(travel, '2026-03-02 09:10', 'li service; wang service; sun department-head; zhao leader');
const FIELDS = { content: '导游把我们带进翡翠店三个小时', outcome: '退还昨天的团费480元', order_no: 'TR20260301-88' };
const CLASS = { category: 'service_attitude', nature: 'valid', severity: 'general' };

describe('a valid travel complaint, every step in time', () => {
  it('goes from the receipt to the survey', async () => {
    const desk = open();
    await desk.file(FIELDS, { category: 'service_attitude' });
    expect(desk.view).toMatchObject({ status: 'open', stage: 'classify', owner: 'service', rounds: 1, linked: [] });
    expect(desk.due('classify')).toBe('2026-03-02 10:10');
    expect(desk.view.clocks.classify.state).toBe('running');
    expect(desk.promised()).toBe('2026-03-05 09:10');
    expect(desk.heard()).toEqual(['service:notify.stage']);
    expect(await desk.refused('wang', 'approve')).toBe('NOT_NOW');
    expect(await desk.refused('li', 'classify', { ...CLASS, category: 'nonsense' })).toBe('INVALID');

    await desk.pass(30);
    await desk.act('li', 'classify', CLASS);
    expect(desk.heard()).toEqual(['department-head:notify.stage']);
    expect(desk.view).toMatchObject({
      stage: 'assign',
      nature: 'valid',
      severity: 'general',
      owner: 'department-head',
    });
    expect(desk.view.clocks.classify).toMatchObject({ state: 'met' });
    expect(desk.view.clocks.classify.breached).toBeUndefined();
    expect(desk.due('assign')).toBe('2026-03-04 09:40');
    expect(await desk.refused('sun', 'assign', { to: 'nobody' })).toBe('INVALID');
    expect(await desk.refused('li', 'assign', { to: 'wang' })).toBe('NOT_YOUR_ROLE');

    await desk.at('2026-03-03 15:00');
    await desk.act('sun', 'assign', { to: 'wang' });
    expect(desk.view).toMatchObject({ stage: 'investigation', owner: 'wang' });
    expect(desk.heard()).toEqual(['wang:notify.stage']);
    expect(desk.due('investigation')).toBe('2026-03-10 15:00');
    expect(await desk.refused('li', 'record-finding', { cause: '导游未按行程' })).toBe('NOT_YOUR_ROLE');

    desk.said();
    await desk.at('2026-03-06 19:30');
    expect(desk.told).toHaveLength(1);
    expect(desk.told[0]).toMatchObject({
      heard: 'desk',
      say: [{ key: 'update.silence', values: { by: { date: desk.time('2026-03-10 09:10').toISOString() } } }],
    });

    await desk.at('2026-03-09 11:20');
    const finding = { cause: '导游擅自增加购物点', responsible: '带团导游', note: '导游停团一周' };
    await desk.act('wang', 'record-finding', finding);
    expect(desk.view.stage).toBe('investigation');
    await desk.act('wang', 'propose-remedy', { kind: 'refund', amount: '480', text: '退还当日团费480元' });
    expect(desk.view).toMatchObject({ stage: 'approval', owner: 'department-head' });
    expect(desk.view.findings[0]).toMatchObject({ by: 'wang', responsible: '带团导游' });
    expect(desk.view.remedies[0]).toMatchObject({ kind: 'refund', amount: 480, by: 'wang', state: 'proposed' });
    expect(desk.due('approval')).toBe('2026-03-12 11:20');
    expect(await desk.refused('wang', 'approve')).toBe('NOT_YOUR_ROLE');

    await desk.at('2026-03-11 16:00');
    await desk.act('sun', 'approve', { note: '同意退款' });
    expect(desk.view).toMatchObject({ stage: 'execution', owner: 'wang' });
    expect(desk.view.approvals[0]).toMatchObject({ by: 'sun', role: 'department-head', state: 'approved' });
    expect(desk.view.remedies[0].state).toBe('approved');
    expect(desk.due('execution')).toBe('2026-03-13 16:00');

    await desk.at('2026-03-12 10:00');
    await desk.act('wang', 'carry-out-remedy', { note: '480元已原路退回' });
    expect(desk.view).toMatchObject({ stage: 'execution', remedies: [{ state: 'done' }] });
    await desk.act('wang', 'add-action', { kind: 'preventive', what: '行程单写明购物点数量' });
    expect(desk.view).toMatchObject({ stage: 'inform', actions: [{ kind: 'preventive', state: 'open' }] });
    expect(desk.due('inform')).toBe('2026-03-13 10:00');

    await desk.at('2026-03-12 17:45');
    desk.said();
    await desk.act('wang', 'inform-customer', { text: '王先生您好，导游擅自加点属实' });
    expect(desk.view).toMatchObject({ stage: 'acceptance', status: 'waiting-for-customer', owner: 'customer' });
    expect(desk.told[0]).toMatchObject({ from: 'agent', author: 'wang', heard: 'person' });
    expect(desk.told[1]?.choices?.map(({ id }) => id)).toEqual(['accept', 'refuse']);
    expect(JSON.stringify(desk.told[1]?.say)).toContain('480');
    expect(desk.said()).toEqual(['王先生您好，导游擅自加点属实', 'outcome.told', 'accept.ask']);
    expect(desk.owed('acceptance-lapse')[0]?.dueAt).toEqual(desk.time('2026-03-19 17:45'));
    expect(desk.owed('acceptance-reminder')[0]?.dueAt).toEqual(desk.time('2026-03-15 17:45'));
    expect(desk.owed('status-update')).toEqual([]);

    await desk.at('2026-03-13 12:20');
    await desk.act('customer', 'accept-outcome', { about: 'outcome' });
    expect(desk.view).toMatchObject({ acceptance: 'accepted', status: 'closed', stage: 'acceptance', rounds: 1 });
    expect(await desk.refused('wang', 'carry-out-remedy')).toBe('CLOSED');
    expect(desk.view.survey.state).toBe('owed');
    expect(desk.said()).toEqual(['closed.accepted']);

    await desk.at('2026-03-14 12:00');
    expect(desk.view.survey.state).toBe('owed');
    await desk.at('2026-03-14 12:35');
    expect(desk.view.survey.state).toBe('asked');
    expect(desk.said()).toEqual(['survey.ask']);
    await desk.act('customer', 'answer-survey', { score: 5 });
    await desk.act('customer', 'answer-survey', { comment: '导游也打电话来道歉了' });
    await desk.act('customer', 'answer-survey', { question: 'price', answer: '4' });
    expect(desk.view).toMatchObject({ status: 'closed', reopened: 0 });
    expect(desk.view.survey).toMatchObject({ state: 'answered', score: 5, comment: '导游也打电话来道歉了' });
    expect(desk.view.survey.answers).toEqual({ price: '4' });
    expect([...desk.obligations.values()].filter(({ state }) => state === 'owed')).toEqual([]);

    await desk.at('2026-03-20 10:00');
    const first = desk.number;
    await desk.file(FIELDS, { category: 'service_attitude' });
    expect(desk.view).toMatchObject({ severity: 'major', linked: [first], stage: 'classify' });
    expect(desk.view.severityBecause).toBeDefined();
    expect(desk.heard()).toContain('leader:notify.major');
    expect(desk.due('first-word')).toBe('2026-03-20 14:00');
    expect(desk.cases.get(first)?.linked).toEqual([desk.number]);
    expect(await desk.refused('li', 'classify', CLASS)).toBe('INVALID');
    await desk.act('li', 'classify', { ...CLASS, because: '两回事' });
    expect(desk.view).toMatchObject({ severity: 'general', stage: 'assign', owner: 'department-head' });
    expect(desk.due('assign')).toBe('2026-03-24 10:00');
    expect(desk.view.clocks['first-word'].state).toBe('running');
  });
});
