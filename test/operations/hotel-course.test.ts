import { playbookNamed, TestDesk } from './support/desk.js';

const hotel = playbookNamed('hotel-frontdesk');
const STAFF =
  'li front-desk; he front-desk; wang manager; xu manager; chen department-head dept=rooms; sun department-head dept=rooms';
const FIELDS = {
  content: '隔壁房深夜唱歌吵鬧',
  outcome: '退一半房費',
  place: '七樓',
  concerned: '夜班櫃台',
  room_no: '703',
};

describe('a guest refuses, agrees by phone, and re-opens by a low score', () => {
  it('goes round again as often as it takes', async () => {
    const desk = new TestDesk(hotel, '2026-03-10 01:15', STAFF);
    await desk.file(FIELDS, { category: 'noise' });
    expect(desk.view.stage).toBe('review');
    expect(desk.due('review')).toBe('2026-03-10 03:15');

    await desk.at('2026-03-10 01:40');
    await desk.act('wang', 'assign', { department: 'rooms' });
    expect(desk.view.stage).toBe('review');
    await desk.act('wang', 'confirm-facts', { outcome: '退一半房費' });
    expect(desk.view).toMatchObject({ stage: 'investigation', department: 'rooms', owner: 'department-head' });
    await desk.act('chen', 'record-finding', { cause: '夜班未勸離', checks: 'staff,site,records' });
    expect(desk.view.stage).toBe('resolution');
    expect(desk.due('resolution')).toBe('2026-03-11 01:40');
    await desk.act('chen', 'propose-remedy', { kind: 'meal-voucher', amount: 100, text: '早餐券' });
    expect(desk.view.stage).toBe('approval');
    expect(await desk.refused('chen', 'approve')).toBe('NOT_YOUR_ROLE');
    expect(await desk.refused('wang', 'refuse')).toBe('INVALID');

    await desk.at('2026-03-10 02:30');
    await desk.act('wang', 'refuse', { reason: '沒有誠意' });
    expect(desk.view).toMatchObject({ stage: 'resolution', rounds: 2 });
    expect(desk.view.remedies[0].state).toBe('refused');
    expect(desk.due('resolution')).toBe('2026-03-11 02:30');
    expect(desk.view.clocks.resolution.history).toHaveLength(1);
    expect(await desk.refused('wang', 'approve')).toBe('NOT_NOW');
    await desk.at('2026-03-10 03:00');
    await desk.act('chen', 'propose-remedy', { kind: 'room-discount', amount: 380, text: '退380元' });
    expect(desk.view.clocks.approval.history).toHaveLength(1);
    expect(desk.due('approval')).toBe('2026-03-10 07:00');
    desk.said();
    await desk.act('wang', 'approve');
    expect(desk.view.stage).toBe('acceptance');
    expect(desk.said()).toEqual(['outcome.told', 'accept.ask']);

    await desk.at('2026-03-10 06:40');
    await desk.act('customer', 'refuse-outcome', { reason: '三百八？？', about: 'outcome' });
    expect(desk.view).toMatchObject({ acceptance: 'refused', stage: 'resolution', status: 'open', rounds: 3 });
    expect(desk.due('resolution')).toBe('2026-03-11 06:40');
    expect(desk.view.clocks.resolution.history).toHaveLength(2);

    await desk.at('2026-03-10 09:30');
    await desk.act('chen', 'propose-remedy', { kind: 'room-discount', amount: 900, text: '退九百元' });
    await desk.act('wang', 'approve');
    expect(desk.view).toMatchObject({ stage: 'acceptance', status: 'waiting-for-customer' });
    expect(desk.view.acceptance).toBeUndefined();
    await desk.at('2026-03-10 10:00');
    await desk.act('li', 'record-contact', { with: 'customer', accepts: 'yes', note: '勉強接受' });
    expect(desk.view).toMatchObject({ acceptance: 'accepted', stage: 'execution' });
    await desk.at('2026-03-10 11:00');
    await desk.act('chen', 'carry-out-remedy', { note: '已刷退' });
    expect(desk.view.stage).toBe('feedback');
    expect(desk.due('feedback')).toBe('2026-03-10 15:00');
    await desk.act('li', 'inform-customer', { text: '900元已刷退' });
    await desk.act('li', 'record-contact', { with: 'customer', note: '收到了' });
    expect(desk.view).toMatchObject({ status: 'closed', rounds: 3, stage: 'feedback' });

    await desk.at('2026-03-11 11:40');
    expect(desk.view.survey.state).toBe('asked');
    await desk.act('customer', 'answer-survey', { score: 2 });
    await desk.act('customer', 'answer-survey', { comment: '只有八百五' });
    expect(desk.view).toMatchObject({ reopened: 1, status: 'open', stage: 'review', owner: 'xu', rounds: 3 });
    expect(desk.view.survey).toMatchObject({ state: 'answered', score: 2, comment: '只有八百五' });
    expect(desk.due('review')).toBe('2026-03-11 13:40');
    expect(await desk.refused('wang', 'confirm-facts', {})).toBe('NOT_YOUR_ROLE');

    await desk.at('2026-03-11 12:10');
    await desk.act('xu', 'assign', { to: 'sun' });
    expect(await desk.refused('wang', 'confirm-facts', {})).toBe('NOT_YOUR_ROLE');
    await desk.act('xu', 'confirm-facts', { outcome: '補足差額' });
    expect(desk.view).toMatchObject({ stage: 'investigation', owner: 'sun' });
    expect(await desk.refused('chen', 'record-finding', { cause: 'x' })).toBe('NOT_YOUR_ROLE');
    await desk.act('sun', 'record-finding', { cause: '手續費', checks: 'staff,records', note: '沒有現場' });
    await desk.act('sun', 'propose-remedy', { kind: 'service-change', text: '差額五十元' });
    await desk.act('wang', 'approve');
    expect(desk.view.stage).toBe('acceptance');
    await desk.act('customer', 'accept-outcome');
    expect(desk.view.stage).toBe('execution');
    await desk.act('sun', 'carry-out-remedy', { note: '已寄' });
    await desk.act('he', 'record-contact', { with: 'customer', note: '還差不多' });
    await desk.act('he', 'inform-customer', { text: '謝謝您的提醒' });
    expect(desk.view).toMatchObject({ status: 'closed', acceptance: 'accepted' });
    expect(desk.view.survey.state).toBe('answered');
    const owed = [...desk.obligations.values()].filter(({ state }) => state === 'owed');
    expect(owed).toEqual([]);
  });
});
