import type { Case, CaseClockEntry } from '../domain/case.js';
import { pauseClock, resumeClock, startClock, stopClock, endClock, type Clock } from '../domain/clock.js';
import type { CaseWork } from './case-work.js';

/** Begins a clock of the case; `round` counts those of the same id. */
export function beginClock(
  work: CaseWork,
  clock: Pick<CaseClockEntry, 'id' | 'of'> &
    Pick<Clock, 'duration'> &
    Partial<Pick<CaseClockEntry, 'unpaused' | 'noEscalation' | 'owner' | 'thirdParty' | 'action'>>,
  at: Date = work.now,
): void {
  const { id, of, duration, unpaused, noEscalation, owner, thirdParty, action } = clock;
  const round = work.of.clocks.filter((one) => one.id === id).length + 1;
  work.of.clocks.push({
    ...startClock({ id, at, duration, round, unpaused, noEscalation }),
    of,
    entry: work.of.course.length,
    since: work.of.records.length,
    ...(owner && { owner }),
    ...(thirdParty && { thirdParty }),
    ...(action !== undefined && { action }),
  });
}

/** Whether a clock has neither been met nor missed nor ended. */
export function isGoing(clock: Clock): boolean {
  return !clock.events.some(({ what }) => what === 'met' || what === 'missed' || what === 'ended');
}

/** Changes clocks of the case; what they count for stays. */
export function changeClocks(
  of: Case,
  which: (clock: CaseClockEntry) => boolean,
  change: (clock: Clock) => Clock,
): void {
  of.clocks = of.clocks.map((clock) => (which(clock) ? { ...clock, ...change(clock) } : clock));
}

export function pauseClocks(work: CaseWork, because: string): void {
  changeClocks(work.of, isGoing, (clock) => pauseClock(clock, work.now, because));
}

/** Clocks go on, unless something else still keeps them. */
export function resumeClocks(work: CaseWork): void {
  if (work.of.status === 'waiting-for-customer' || work.of.question) return;
  changeClocks(work.of, isGoing, (clock) => resumeClock(clock, work.now));
}

export function meetClocks(work: CaseWork, which: (clock: CaseClockEntry) => boolean): void {
  const { calendar } = work.playbook;
  changeClocks(
    work.of,
    (clock) => isGoing(clock) && which(clock),
    (clock) => stopClock(clock, work.now, calendar),
  );
}

export function endClocks(work: CaseWork, which: (clock: CaseClockEntry) => boolean): void {
  changeClocks(
    work.of,
    (clock) => isGoing(clock) && which(clock),
    (clock) => endClock(clock, work.now),
  );
}
