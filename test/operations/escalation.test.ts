import { allowedVerbs } from '../../src/operations/allowed-verbs.js';
import { playbookNamed, TestDesk } from './support/desk.js';

const travel = playbookNamed('travel');
const hotel = playbookNamed('hotel-frontdesk');
const CLASS = { category: 'service_attitude', nature: 'valid', severity: 'general' };
const STAFF = 'li service; wang service; sun department-head; zhao leader';

async function filed(at = '2026-03-02 09:10', staff = STAFF): Promise<TestDesk> {
  const desk = new TestDesk(travel, at, staff);
  await desk.file({ content: '导游态度差' }, { category: 'service_attitude' });
  desk.heard();
  return desk;
}

describe('a clock that nobody keeps', () => {
  it('tells the owner at 80 %, breaches at 100 %, tells the first superior, then the next ones up', async () => {
    const desk = await filed();
    expect(desk.owed('clock-mark')).toMatchObject([{ dueAt: desk.time('2026-03-02 09:58'), detail: { mark: 80 } }]);
    await desk.at('2026-03-02 09:57');
    expect(desk.heard()).toEqual([]);
    await desk.at('2026-03-02 09:58');
    expect(desk.heard()).toEqual(['service:notify.clock.80']);
    expect(desk.view.clocks.classify).toMatchObject({ state: 'running' });

    await desk.at('2026-03-02 10:10');
    expect(desk.heard()).toEqual([
      'service:notify.clock.100',
      'department-head:notify.clock.100',
      'department-head:notify.acknowledge',
    ]);
    expect(desk.view.clocks.classify).toMatchObject({ state: 'running', breached: true, charged: 'service' });
    expect(desk.owed('acknowledge')).toMatchObject([
      { to: 'department-head', byPerson: true, dueAt: desk.time('2026-03-02 15:10') },
    ]);

    await desk.at('2026-03-02 10:40');
    expect(desk.heard()).toEqual(['leader:notify.clock.150']);
    // Nobody acknowledges in four working hours, but nobody is above the leader either.
    await desk.at('2026-03-02 15:30');
    expect(desk.heard()).toEqual([]);
    expect(desk.owed('acknowledge')).toHaveLength(1);

    await desk.act('li', 'classify', CLASS);
    expect(desk.view.clocks.classify).toMatchObject({ state: 'missed', breached: true, charged: 'service' });
  });

  it('goes up by silence first, and then by 150 %: each time the next one', async () => {
    const desk = await filed();
    await desk.act('li', 'classify', CLASS);
    await desk.act('sun', 'assign', { to: 'wang' });
    desk.heard();
    // Due Mon 2026-03-09 09:10; 150 % is 2.5 working days later.
    await desk.at('2026-03-09 09:10');
    expect(desk.heard()).toEqual([
      'wang:notify.clock.80',
      'wang:notify.clock.100',
      'department-head:notify.clock.100',
      'department-head:notify.acknowledge',
    ]);
    expect(desk.view.clocks.investigation.charged).toBe('wang');
    await desk.at('2026-03-09 14:10');
    expect(desk.heard()).toEqual(['leader:notify.unacknowledged']);
    await desk.at('2026-03-12 18:00');
    expect(desk.heard()).toEqual([]);
    expect(desk.owed('clock-mark')).toEqual([]);
  });

  it('is acknowledged once for all breaches, by the first superior or above', async () => {
    const desk = await filed();
    await desk.at('2026-03-02 10:10');
    expect(desk.view.acknowledge).toEqual(['classify']);
    expect(await desk.refused('li', 'acknowledge')).toBe('NOT_YOUR_ROLE');
    await desk.act('sun', 'acknowledge');
    expect(desk.owed('acknowledge')).toEqual([]);
    expect(desk.owed('clock-mark').map(({ detail }) => detail.mark)).toEqual([150]);
    expect(await desk.refused('sun', 'acknowledge')).toBe('NOT_NOW');
    expect(desk.view.clocks.classify).toMatchObject({ breached: true });
  });

  it('stays owed to the one who must acknowledge after the stage was left, and the desk stays quiet then', async () => {
    const desk = await filed();
    await desk.at('2026-03-02 10:10');
    await desk.act('li', 'classify', CLASS);
    desk.heard();
    expect(desk.owed('acknowledge')).toMatchObject([{ to: 'department-head' }]);
    await desk.at('2026-03-02 15:10');
    expect(desk.heard()).toEqual(['leader:notify.unacknowledged']);
  });

  it('skips a recused superior for the next above, and those above nobody holds', async () => {
    const desk = await filed('2026-03-02 09:10', 'li service; sun department-head; zhao leader');
    await desk.act('zhao', 'recuse', { person: 'sun', reason: 'a relative' });
    desk.heard();
    await desk.at('2026-03-02 10:10');
    expect(desk.heard()).toEqual([
      'service:notify.clock.80',
      'service:notify.clock.100',
      'leader:notify.clock.100',
      'leader:notify.acknowledge',
    ]);
    expect(desk.owed('acknowledge')).toMatchObject([{ to: 'leader' }]);
  });

  it('has nobody to tell at the top of the chain', async () => {
    const desk = new TestDesk(hotel, '2026-03-10 01:00', 'wang manager');
    await desk.file({ content: '很吵', place: '七樓', concerned: '不知道' }, { category: 'noise' });
    desk.heard();
    await desk.at('2026-03-10 05:00');
    expect(desk.heard()).toEqual(['manager:notify.clock.80', 'manager:notify.clock.100']);
    expect(desk.owed('acknowledge')).toEqual([]);
  });

  it('has its marks in working time, the earlier instant between two blocks', async () => {
    // 1 working hour from Fri 17:20 is Mon 09:20; 80 % of it is Mon 09:08.
    const desk = await filed('2026-03-06 17:20');
    expect(desk.due('classify')).toBe('2026-03-09 09:20');
    expect(desk.owed('clock-mark')[0]?.dueAt).toEqual(desk.time('2026-03-09 09:08'));
    // From Fri 17:12, 80 % (48 minutes) is Fri 18:00 and not Mon 09:00.
    const other = await filed('2026-03-06 17:12');
    expect(other.owed('clock-mark')[0]?.dueAt).toEqual(other.time('2026-03-06 18:00'));
  });
});

describe('an extension', () => {
  it('waits for the next superior, moves the due time and the marks, and the customer gets a letter', async () => {
    const desk = await filed();
    desk.said();
    await desk.act('li', 'extend-deadline', { clock: 'classify', by: '2h', reason: 'waiting for the guide' });
    expect(desk.heard()).toEqual(['department-head:notify.extension']);
    expect(desk.due('classify')).toBe('2026-03-02 10:10');
    expect(await desk.refused('li', 'approve', { what: 'extension' })).toBe('NOT_YOUR_ROLE');
    const sun = desk.staff.find(({ name }) => name === 'sun')!;
    const offered = allowedVerbs(desk.case, desk.playbook, sun, desk).find(({ verb }) => verb === 'approve');
    expect(offered).toMatchObject({
      allowed: true,
      offers: [
        { given: {}, allowed: false, because: 'NOT_NOW' },
        { given: { what: 'extension' }, allowed: true },
      ],
    });
    await desk.act('sun', 'approve', { what: 'extension' });
    expect(desk.due('classify')).toBe('2026-03-02 12:10');
    expect(desk.said()).toEqual(['late.extended']);
    expect(desk.view.approvals).toMatchObject([{ what: 'extension', by: 'sun', state: 'approved' }]);
    expect(desk.view.stage).toBe('classify');
    await desk.at('2026-03-02 11:00');
    expect(desk.view.clocks.classify.breached).toBeUndefined();
    expect(await desk.refused('sun', 'approve', { what: 'extension' })).toBe('NOT_NOW');
  });

  it('refused, it moves nothing; nobody grants their own', async () => {
    const desk = await filed('2026-03-02 09:10', 'li service,department-head; sun department-head; zhao leader');
    await desk.act('li', 'extend-deadline', { clock: 'classify', by: '2026-03-03', reason: 'x' });
    expect(await desk.refused('li', 'approve', { what: 'extension' })).toBe('SELF_APPROVAL');
    await desk.act('sun', 'refuse', { what: 'extension', reason: 'no' });
    expect(desk.due('classify')).toBe('2026-03-02 10:10');
    expect(desk.view.extensions).toMatchObject([{ state: 'refused' }]);
    await desk.act('li', 'extend-deadline', { clock: 'classify', by: '2026-03-03', reason: 'x' });
    await desk.act('sun', 'approve', { what: 'extension' });
    expect(desk.due('classify')).toBe('2026-03-03 18:00');
  });
});
