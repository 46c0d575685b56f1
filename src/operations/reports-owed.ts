import type { Obligation } from '../domain/obligation.js';
import type { Playbook } from '../domain/playbook.js';
import { endOfMonth, fromLocal, toLocal, zoned } from '../domain/working-time.js';

const DAY = 86_400_000;

/** The reports that a playbook owes at this moment: of the month, due at its end; of the week, due on the Monday after, 09:00. */
export function reportsOwed(playbook: Playbook, now: Date): Obligation[] {
  const { calendar } = playbook;
  return playbook.reports.map(({ every, owner }) => {
    const today = toLocal(now, calendar.zone).slice(0, 10);
    const { weekday } = zoned(now, calendar.zone);
    const monday = new Date(fromLocal(`${today} 09:00`, calendar.zone).getTime() - (weekday - 1) * DAY);
    const first = toLocal(monday, calendar.zone).slice(0, 10);
    const period = every === 'month' ? today.slice(0, 7) : first;
    // The week's own Monday is still the last week's until nine.
    const nextMonday = monday > now ? monday : new Date(monday.getTime() + 7 * DAY);
    const week = toLocal(new Date(nextMonday.getTime() - 7 * DAY), calendar.zone).slice(0, 10);
    return {
      id: `report/${playbook.id}/${every}/${every === 'month' ? period : week}/${owner}`,
      kind: 'report',
      to: owner,
      detail: { playbook: playbook.id, every, period: every === 'month' ? period : week },
      dueAt: every === 'month' ? endOfMonth(now, calendar) : nextMonday,
      state: 'owed',
      order: 1,
    } satisfies Obligation;
  });
}
