import { reportsOwed } from '../../src/operations/reports-owed.js';
import { playbookNamed, TestDesk } from './support/desk.js';

const travel = playbookNamed('travel');
const weekly = { ...travel, reports: [{ every: 'week' as const, owner: 'leader' }] };

describe('reports', () => {
  it('of a month are owed from its first day, due on its last working day at 18:00', () => {
    const desk = new TestDesk(travel, '2026-02-01 00:00', 'li service');
    const [report] = reportsOwed(travel, desk.now);
    expect(report).toMatchObject({ kind: 'report', to: 'service', dueAt: desk.time('2026-02-28 18:00') });
    expect(reportsOwed(travel, desk.time('2026-02-27 18:00'))[0]?.id).toBe(report?.id);
    const [next] = reportsOwed(travel, desk.time('2026-03-01 00:00'));
    expect(next).toMatchObject({ dueAt: desk.time('2026-03-31 18:00') });
    expect(next?.id).not.toBe(report?.id);
  });

  it('of a week are due on the Monday after at 09:00', () => {
    const desk = new TestDesk(weekly, '2026-03-02 09:00', 'li service');
    const owed = (at: string) => reportsOwed(weekly, desk.time(at))[0]!;
    expect(owed('2026-03-02 08:59').dueAt).toEqual(desk.time('2026-03-02 09:00'));
    expect(owed('2026-03-02 09:00').dueAt).toEqual(desk.time('2026-03-09 09:00'));
    expect(owed('2026-03-08 23:00').id).toBe(owed('2026-03-02 09:00').id);
    expect(owed('2026-03-02 08:59').id).not.toBe(owed('2026-03-02 09:00').id);
  });
});
