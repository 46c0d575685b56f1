import type { Calendar } from './calendar.js';
import { accountOf, startOf, timeOf } from './clock-account.js';
import type { Duration } from './duration.js';
import { explainDuration, type ExplainedLine } from './duration-explained.js';
import { nextOpening, toLocal, uncoveredYear } from './working-time.js';

export interface ClockEvent {
  at: Date;
  what: 'started' | 'paused' | 'resumed' | 'extended' | 'met' | 'missed' | 'breached' | 'ended';
  by?: string;
  because?: string;
  /** The new due time, of an extension. */
  dueAt?: Date;
}

/**
 * A ledger of what happened to a promise, in order of time. The deadline is never stored: it follows from the events and
 * the calendar. `charged`: the person, or the role's id, that a breach is charged to. `marksFired`: percentages told.
 */
export interface Clock {
  id: string;
  round: number;
  duration: Duration | { unit: 'until'; at: Date };
  unpaused: boolean;
  events: ClockEvent[];
  charged?: string;
  marksFired: number[];
  /** Nobody is told at 150 %, nobody must acknowledge. */
  noEscalation?: boolean;
}

/** A clock as it is shown. `pausedMs`: ended pauses, in the duration's own kind of time. */
export interface ClockView {
  id: string;
  round: number;
  state: 'running' | 'paused' | 'met' | 'missed' | 'ended';
  startedAt: Date;
  dueAt: Date;
  breached?: true;
  charged?: string;
  pausedMs: number;
}

export type MarkPercent = 80 | 100 | 150;

/** A clock that begins to run at `at`. */
export function startClock(begin: {
  id: string;
  at: Date;
  duration: Clock['duration'];
  round?: number;
  unpaused?: boolean;
  noEscalation?: boolean;
  by?: string;
}): Clock {
  return {
    id: begin.id,
    round: begin.round ?? 1,
    duration: begin.duration,
    unpaused: begin.unpaused ?? false,
    events: [{ at: begin.at, what: 'started', ...(begin.by && { by: begin.by }) }],
    marksFired: [],
    ...(begin.noEscalation && { noEscalation: true }),
  };
}

/** Unchanged when it does not run, or is one that never pauses. */
export function pauseClock(clock: Clock, at: Date, because?: string): Clock {
  if (clock.unpaused || stateOf(clock) !== 'running') return clock;
  return record(clock, { at, what: 'paused', ...(because && { because }) });
}

/** Unchanged when it is not paused. */
export function resumeClock(clock: Clock, at: Date): Clock {
  return stateOf(clock) === 'paused' ? record(clock, { at, what: 'resumed' }) : clock;
}

/** A new due time, which the marks follow; unchanged when the clock has stopped. A breach stays. */
export function extendClock(clock: Clock, at: Date, dueAt: Date, by: string, because?: string): Clock {
  if (isStopped(clock)) return clock;
  const extended = record(clock, { at, what: 'extended', dueAt, by, ...(because && { because }) });
  return isBreached(clock) ? extended : { ...extended, marksFired: [] };
}

/** The deadline passed: kept for good and charged to the owner of that moment. Unchanged when breached before, or stopped. */
export function breachClock(clock: Clock, at: Date, charged?: string): Clock {
  if (isBreached(clock) || isStopped(clock)) return clock;
  return { ...fireMark(record(clock, { at, what: 'breached' }), 100), ...(charged && { charged }) };
}

/** `met`; `missed` when breached, or, given the calendar, when later than due although nobody had noted the breach. */
export function stopClock(clock: Clock, at: Date, calendar?: Calendar): Clock {
  if (isStopped(clock)) return clock;
  const late = isBreached(clock) || (calendar !== undefined && at > dueAtOf(resumeClock(clock, at), calendar));
  return finish(clock, at, late ? 'missed' : 'met');
}

/** Neither met nor missed: what it counted no longer matters. */
export function endClock(clock: Clock, at: Date): Clock {
  return isStopped(clock) ? clock : finish(clock, at, 'ended');
}

/** Notes that those concerned were told of a mark. */
export function fireMark(clock: Clock, percent: MarkPercent): Clock {
  if (clock.marksFired.includes(percent)) return clock;
  return { ...clock, marksFired: [...clock.marksFired, percent] };
}

/** When the time is up. Time paused before that moves it, in the duration's own kind of time; an open pause not yet. */
export function dueAtOf(clock: Clock, calendar: Calendar): Date {
  return accountOf(clock, calendar).dueAt;
}

/**
 * When this share of the time from start to due has run: of working time for working days and working hours, else of
 * elapsed time; pauses do not count. Between two blocks it is the earlier instant. 100 is the due time itself.
 */
export function markAt(clock: Clock, percent: MarkPercent, calendar: Calendar): Date {
  const { dueAt, running } = accountOf(clock, calendar);
  if (percent === 100) return dueAt;
  const time = timeOf(clock, calendar);
  const whole = running.reduce((sum, { from, to }) => sum + time.between(from, to && to < dueAt ? to : dueAt), 0);
  let left = Math.ceil((whole * percent) / 100);
  let mark = dueAt;
  for (const { from, to } of running) {
    const available = to ? time.between(from, to) : Infinity;
    if (left <= available) {
      mark = time.add(from, left);
      break;
    }
    left -= available;
  }
  // A due time set outside working time must not put 80 % behind it, or 150 % before.
  return percent < 100 === mark < dueAt ? mark : dueAt;
}

/** The mark to tell next, while the clock runs. 80 and 150 that an extension came too late for are passed over. */
export function nextMark(clock: Clock, calendar: Calendar): { percent: MarkPercent; at: Date } | undefined {
  if (stateOf(clock) !== 'running') return undefined;
  const extendedAt = clock.events.findLast((event) => event.what === 'extended')?.at;
  const percents: MarkPercent[] = clock.noEscalation ? [80, 100] : [80, 100, 150];
  return percents
    .filter((percent) => !clock.marksFired.includes(percent) && (percent > 100 || !isBreached(clock)))
    .map((percent) => ({ percent, at: markAt(clock, percent, calendar) }))
    .find(({ percent, at }) => percent === 100 || !extendedAt || at > extendedAt);
}

export function viewClock(clock: Clock, calendar: Calendar): ClockView {
  const { dueAt, pausedMs } = accountOf(clock, calendar);
  return {
    id: clock.id,
    round: clock.round,
    state: stateOf(clock),
    startedAt: startOf(clock),
    dueAt,
    ...(isBreached(clock) && { breached: true }),
    ...(clock.charged && { charged: clock.charged }),
    pausedMs,
  };
}

/** How the deadline came about, line by line, as data for phrases; times in `detail` are local `YYYY-MM-DD HH:MM`. */
export function explainClock(clock: Clock, calendar: Calendar): ExplainedLine[] {
  const { zone } = calendar;
  const { dueAt } = accountOf(clock, calendar);
  const uncovered = uncoveredYear(startOf(clock), dueAt, calendar);
  return [
    startLine(clock, calendar),
    ...(clock.duration.unit === 'until'
      ? [{ at: clock.duration.at, text: 'step', detail: { counted: 'given' } } as const]
      : explainDuration(startOf(clock), clock.duration, calendar)),
    ...clock.events.flatMap((event, index) => eventLine(clock, index, event, calendar)),
    {
      at: dueAt,
      text: 'due',
      detail: { dueAt: toLocal(dueAt, zone), ...(uncovered !== undefined && { uncoveredYear: `${uncovered}` }) },
    },
  ];
}

function startLine(clock: Clock, calendar: Calendar): ExplainedLine {
  const at = startOf(clock);
  const started = toLocal(at, calendar.zone);
  const { unit } = clock.duration;
  const opens = unit === 'working-days' || unit === 'working-hours' ? nextOpening(at, calendar) : at;
  return {
    at,
    text: 'start',
    detail: { started, ...(opens > at && { countsFrom: toLocal(opens, calendar.zone) }) },
  };
}

function eventLine(clock: Clock, index: number, event: ClockEvent, calendar: Calendar): ExplainedLine[] {
  const because: Record<string, string> = event.because ? { because: event.because } : {};
  if (event.what === 'extended' && event.dueAt) {
    return [{ at: event.dueAt, text: 'step', detail: { counted: 'extension', by: event.by ?? '', ...because } }];
  }
  if (event.what !== 'paused') return [];
  const next = clock.events.findIndex(({ what }, later) => later > index && what === 'resumed');
  const soFar = { ...clock, events: next < 0 ? clock.events : clock.events.slice(0, next + 1) };
  const to = clock.events[next]?.at;
  const times = { from: toLocal(event.at, calendar.zone), ...(to && { to: toLocal(to, calendar.zone) }) };
  return [{ at: dueAtOf(soFar, calendar), text: 'paused', detail: { ...times, ...because } }];
}

function stateOf(clock: Clock): ClockView['state'] {
  const what = clock.events.findLast((event) => event.what !== 'extended' && event.what !== 'breached')?.what;
  switch (what) {
    case 'paused':
    case 'met':
    case 'missed':
    case 'ended':
      return what;
    default:
      return 'running';
  }
}

function isStopped(clock: Clock): boolean {
  return !['running', 'paused'].includes(stateOf(clock));
}

function isBreached(clock: Clock): boolean {
  return clock.events.some(({ what }) => what === 'breached' || what === 'missed');
}

function finish(clock: Clock, at: Date, what: 'met' | 'missed' | 'ended'): Clock {
  return record(resumeClock(clock, at), { at, what });
}

function record(clock: Clock, event: ClockEvent): Clock {
  return { ...clock, events: [...clock.events, event] };
}
