import type { Calendar } from '../../domain/calendar.js';
import type { CaseClockEntry } from '../../domain/case.js';
import { viewClock, type Clock } from '../../domain/clock.js';
import { accountOf, timeOf } from '../../domain/clock-account.js';
import { minutesOf } from '../../domain/calendar.js';

/** How a clock stands at a moment, in its own kind of time. */
export interface ClockLeft {
  id: string;
  state: 'running' | 'paused' | 'met' | 'missed' | 'ended';
  startedAt: Date;
  dueAt: Date;
  breached?: true;
  charged?: string;
  /** Milliseconds until due, negative when over; of working time where the clock counts that. */
  leftMs: number;
  /** The share of the time that is used, 0 and up. */
  usedPercent: number;
  /** `leftMs` is working time; a working day then has `dayMs`. */
  working: boolean;
  dayMs: number;
  of: CaseClockEntry['of'];
  /** What it was given, as the playbook says it; absent for a stated time. */
  given?: { unit: string; count?: number };
}

const DAY_MS = 86_400_000;

/** What is left of a clock now, or was left when it stopped. */
export function clockLeft(clock: CaseClockEntry, calendar: Calendar, now: Date): ClockLeft {
  const { id, state, startedAt, dueAt, breached, charged } = viewClock(clock, calendar);
  const time = timeOf(clock, calendar);
  const { running } = accountOf(clock, calendar);
  const at = stoppedAt(clock) ?? now;
  const left = at <= dueAt ? time.between(at, dueAt) : -time.between(dueAt, at);
  const used = running.reduce((sum, { from, to }) => sum + time.between(from, to && to < at ? to : at), 0);
  const { unit } = clock.duration;
  const working = unit === 'working-days' || unit === 'working-hours';
  return {
    id,
    state,
    startedAt,
    dueAt,
    ...(breached && { breached }),
    ...(charged && { charged }),
    leftMs: left,
    usedPercent: used + left > 0 ? Math.round((100 * used) / (used + left)) : 100,
    working,
    dayMs: working ? workingDayMs(calendar) : DAY_MS,
    of: clock.of,
    ...(clock.duration.unit !== 'until' && {
      given: { unit, ...('count' in clock.duration && { count: clock.duration.count }) },
    }),
  };
}

/** When it was met, missed or ended, or since when it is paused. */
function stoppedAt(clock: Clock): Date | undefined {
  const last = clock.events.findLast(({ what }) => what !== 'extended' && what !== 'breached');
  return last && ['met', 'missed', 'ended', 'paused'].includes(last.what) ? last.at : undefined;
}

/** An ordinary working day: the longest of the week. */
function workingDayMs({ week }: Calendar): number {
  const days = Object.values(week).map((blocks) =>
    blocks.reduce((sum, { from, to }) => sum + (minutesOf(to) - minutesOf(from)) * 60_000, 0),
  );
  return Math.max(...days, 3_600_000);
}
