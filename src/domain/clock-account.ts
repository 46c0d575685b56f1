import type { Calendar } from './calendar.js';
import type { Clock } from './clock.js';
import { addDuration, addWorkingMs, workingMsBetween } from './working-time.js';

/** What a clock's ledger adds up to; a running stretch without `to` has not ended. */
export interface ClockAccount {
  startedAt: Date;
  dueAt: Date;
  running: { from: Date; to?: Date }[];
  pausedMs: number;
}

/** A kind of time, in milliseconds: working time, or elapsed time. */
export interface KindOfTime {
  between(from: Date, to: Date): number;
  add(from: Date, ms: number): Date;
}

/** The kind of time in which a clock's pauses and percentages are counted. */
export function timeOf(clock: Clock, calendar: Calendar): KindOfTime {
  const { unit } = clock.duration;
  if (unit === 'working-days' || unit === 'working-hours') {
    return {
      between: (from, to) => workingMsBetween(from, to, calendar),
      add: (from, ms) => addWorkingMs(from, ms, calendar),
    };
  }
  return {
    between: (from, to) => Math.max(0, to.getTime() - from.getTime()),
    add: (from, ms) => new Date(from.getTime() + ms),
  };
}

/** When the clock would be due if nothing had happened since its start. */
function firstDueAt(clock: Clock, calendar: Calendar): Date {
  return clock.duration.unit === 'until' ? clock.duration.at : addDuration(startOf(clock), clock.duration, calendar);
}

/** When the clock was started; an Error for a ledger that does not begin with that. */
export function startOf(clock: Clock): Date {
  const first = clock.events[0];
  if (first?.what !== 'started') throw new Error(`Clock ${clock.id} was never started`);
  return first.at;
}

export function accountOf(clock: Clock, calendar: Calendar): ClockAccount {
  const time = timeOf(clock, calendar);
  const account: ClockAccount = {
    startedAt: startOf(clock),
    dueAt: firstDueAt(clock, calendar),
    running: [{ from: startOf(clock) }],
    pausedMs: 0,
  };
  let pausedAt: Date | undefined;
  let movesFrom: Date | undefined;
  for (const event of clock.events) {
    if (event.what === 'paused') {
      pausedAt = movesFrom = event.at;
    } else if (event.what === 'resumed' && pausedAt && movesFrom) {
      account.pausedMs += time.between(pausedAt, event.at);
      // A pause after the time was up mends nothing.
      if (movesFrom < account.dueAt) account.dueAt = time.add(account.dueAt, time.between(movesFrom, event.at));
      Object.assign(account.running.at(-1) ?? {}, { to: pausedAt });
      account.running.push({ from: event.at });
      pausedAt = movesFrom = undefined;
    } else if (event.what === 'extended' && event.dueAt) {
      account.dueAt = event.dueAt;
      // The new due time already reckons with the pause so far.
      if (pausedAt) movesFrom = event.at;
    }
  }
  return account;
}
