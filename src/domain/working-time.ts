import { coversYear, type Calendar } from './calendar.js';
import type { Duration } from './duration.js';
import { spansOf, type Span } from './working-day.js';
import { DAY, HOUR, MINUTE, dateOf, dayOf, instantOf, localDay, offsetAt, timeOfDay, weekdayOf } from './zone-time.js';

// A due date without a time means this hour; people are disturbed only between the other two.
const CLOSE_OF_DAY = 18 * HOUR;
const WAKE = 9 * HOUR;
const REST = 20 * HOUR;

// A calendar that stays shut for longer has a fault, and looking on would never end.
const LONGEST_CLOSURE = 1100;

/** Whether the instant lies in a working block. */
export function isWorking(at: Date, c: Calendar): boolean {
  const ms = at.getTime();
  return spansOf(localDay(ms, c.zone), c).some((span) => span.from <= ms && ms < span.to);
}

/** The instant itself when it is working time, else the start of the next block; an Error when none comes in 3 years. */
export function nextOpening(at: Date, c: Calendar): Date {
  for (const span of spansFrom(at.getTime(), c)) return new Date(span.from);
  throw neverOpens(at, c);
}

/** The instant by which `d` has passed since `start`; `month-end` is the first one later than `start`. */
export function addDuration(start: Date, d: Duration, c: Calendar): Date {
  switch (d.unit) {
    case 'minutes':
      return new Date(start.getTime() + d.count * MINUTE);
    case 'hours':
      return new Date(start.getTime() + d.count * HOUR);
    case 'days':
      return new Date(start.getTime() + d.count * DAY);
    case 'working-hours':
      return addWorkingMs(start, d.count * HOUR, c);
    case 'working-days':
      return addWorkingDays(start, d.count, c);
    case 'month-end':
      return nextMonthEnd(start, c);
  }
}

/** The earliest instant by which `ms` of working time have passed since `start`; `start` itself for none. */
export function addWorkingMs(start: Date, ms: number, c: Calendar): Date {
  if (ms <= 0) return start;
  let left = ms;
  for (const span of spansFrom(start.getTime(), c)) {
    if (left <= span.to - span.from) return new Date(span.from + left);
    left -= span.to - span.from;
  }
  throw neverOpens(start, c);
}

/** Milliseconds of working time from one instant to a later one; 0 when it is not later. */
export function workingMsBetween(from: Date, to: Date, c: Calendar): number {
  const [start, end] = [from.getTime(), to.getTime()];
  if (end <= start) return 0;
  let sum = 0;
  for (let day = localDay(start, c.zone), last = localDay(end, c.zone); day <= last; day++) {
    for (const span of spansOf(day, c)) sum += Math.max(0, Math.min(end, span.to) - Math.max(start, span.from));
  }
  return sum;
}

/** 18:00 of the last working day in the local month of `at` (of its last day when none of them works). */
export function endOfMonth(at: Date, c: Calendar): Date {
  const { year, month } = zoned(at, c.zone);
  const last = Date.UTC(year, month, 0) / DAY;
  const first = Date.UTC(year, month - 1, 1) / DAY;
  let day = last;
  while (day >= first && spansOf(day, c).length === 0) day--;
  return new Date(instantOf(day < first ? last : day, CLOSE_OF_DAY, c.zone));
}

/** When something is due that was promised for a date (`YYYY-MM-DD`) without a time: 18:00 of that day. */
export function dueOfDate(date: string, c: Calendar): Date {
  return new Date(instantOf(dayOf(date), CLOSE_OF_DAY, c.zone));
}

/** The instant itself from 09:00 up to 20:00 on the zone's wall clock, else the next 09:00. */
export function inWakingHours(at: Date, zone: string): Date {
  const ms = at.getTime();
  const time = timeOfDay(ms, zone);
  if (time >= WAKE && time < REST) return at;
  return new Date(instantOf(localDay(ms, zone) + (time < WAKE ? 0 : 1), WAKE, zone));
}

/** What the zone's calendar and wall clock show; `month` from 1, `weekday` from 1 (Monday) to 7. */
export function zoned(
  at: Date,
  zone: string,
): { year: number; month: number; day: number; hour: number; minute: number; weekday: number } {
  const ms = at.getTime();
  const local = new Date(ms + offsetAt(ms, zone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    weekday: weekdayOf(localDay(ms, zone)),
  };
}

/** The instant of a wall-clock text `YYYY-MM-DD HH:MM`; an Error when there is no such date or time. */
export function fromLocal(text: string, zone: string): Date {
  const [, date = '', hour, minute] = /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (!date) throw new Error(`"${text}" is no local time: write YYYY-MM-DD HH:MM`);
  return new Date(instantOf(dayOf(date), Number(hour) * HOUR + Number(minute) * MINUTE, zone));
}

/** What the wall clock shows, as `YYYY-MM-DD HH:MM`. */
export function toLocal(at: Date, zone: string): string {
  const ms = at.getTime();
  return new Date(ms + offsetAt(ms, zone)).toISOString().slice(0, 16).replace('T', ' ');
}

/** The first year between two instants whose holidays the calendar does not know, so that the count is a guess. */
export function uncoveredYear(from: Date, to: Date, c: Calendar): number | undefined {
  const last = zoned(to, c.zone).year;
  for (let year = zoned(from, c.zone).year; year <= last; year++) if (!coversYear(c, year)) return year;
  return undefined;
}

function addWorkingDays(start: Date, count: number, c: Calendar): Date {
  const opening = nextOpening(start, c).getTime();
  let day = localDay(opening, c.zone);
  let due = opening;
  for (let left = count; left > 0; left--) {
    day = nextWorkingDay(day, start, c);
  }
  const closing = spansOf(day, c).at(-1)?.to ?? due;
  if (count > 0) due = Math.min(instantOf(day, timeOfDay(opening, c.zone), c.zone), closing);
  return new Date(due);
}

function nextWorkingDay(day: number, start: Date, c: Calendar): number {
  for (let next = day + 1; next <= day + LONGEST_CLOSURE; next++) if (spansOf(next, c).length > 0) return next;
  throw neverOpens(start, c);
}

function nextMonthEnd(start: Date, c: Calendar): Date {
  const end = endOfMonth(start, c);
  if (end > start) return end;
  const { year, month } = zoned(start, c.zone);
  return endOfMonth(new Date(instantOf(Date.UTC(year, month, 1) / DAY, 12 * HOUR, c.zone)), c);
}

/** Working spans that end after an instant, in order, the first cut at it; it ends when the calendar stays shut. */
function* spansFrom(ms: number, c: Calendar): Generator<Span> {
  let day = localDay(ms, c.zone);
  for (let shut = 0; shut < LONGEST_CLOSURE; day++, shut++) {
    for (const span of spansOf(day, c)) {
      if (span.to <= ms) continue;
      shut = 0;
      yield span.from >= ms ? span : { from: ms, to: span.to };
    }
  }
}

function neverOpens(at: Date, c: Calendar): Error {
  return new Error(
    `Calendar ${c.id} has no working time in the three years after ${dateOf(localDay(at.getTime(), c.zone))}`,
  );
}
