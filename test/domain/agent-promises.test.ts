import { owedWait } from '../../src/domain/agent-promises.js';
import { officeCn } from '../../src/domain/calendars/office-cn.js';
import { fromLocal, toLocal } from '../../src/domain/working-time.js';

const ZONE = 'Asia/Shanghai';
const due = (since: string, unstaffed?: typeof officeCn) =>
  toLocal(owedWait('c1', fromLocal(since, ZONE), unstaffed).obligation.dueAt, ZONE);

test('who waits for a person is told after five minutes where somebody is on duty, at any hour', () => {
  expect(due('2026-03-07 22:00')).toBe('2026-03-07 22:05');
});

test('where nobody is, after five minutes of working time: over lunch, a night, a weekend', () => {
  expect(due('2026-03-02 10:00', officeCn)).toBe('2026-03-02 10:05');
  expect(due('2026-03-02 11:58', officeCn)).toBe('2026-03-02 13:03');
  expect(due('2026-03-07 22:00', officeCn)).toBe('2026-03-09 09:05');
});
