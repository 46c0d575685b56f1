import {
  dateOf,
  dayOf,
  HOUR,
  localDay,
  MINUTE,
  timeOfDay,
  weekdayOf as weekdayOfCount,
} from '../../src/domain/zone-time.js';

/** A day of the calendar, without time or zone. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** The wall clock of a zone. */
export interface WallClock {
  day: Day;
  hour: number;
  minute: number;
}

/** What the clock on the wall shows in a zone at an instant. */
export function wallClock(instant: Date, zone: string): WallClock {
  const time = timeOfDay(instant.getTime(), zone);
  return {
    day: fromCount(localDay(instant.getTime(), zone)),
    hour: Math.floor(time / HOUR),
    minute: Math.floor((time % HOUR) / MINUTE),
  };
}

/** Today is asked for at every word. */
let last: { count: number; day: Readonly<Day> } | undefined;

function fromCount(count: number): Day {
  if (last?.count !== count) {
    const [year = 0, month = 0, day = 0] = dateOf(count).split('-').map(Number);
    last = { count, day: { year, month, day } };
  }
  return { ...last.day };
}

const countOf = (day: Day): number => dayOf(dayText(day));

export const addDays = (day: Day, days: number): Day => fromCount(countOf(day) + days);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => weekdayOfCount(countOf(day));

export function isRealDay({ year, month, day }: Day): boolean {
  const lengths = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  return year > 1900 && year < 2200 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}

/** Negative when `a` is before `b`. */
export const compareDays = (a: Day, b: Day): number => countOf(a) - countOf(b);

/** The wall clock so many minutes before. */
export function minutesBefore(clock: WallClock, minutes: number): WallClock {
  const total = clock.hour * 60 + clock.minute - Math.round(minutes);
  const days = Math.floor(total / 1440);
  const left = total - days * 1440;
  return { day: addDays(clock.day, days), hour: Math.floor(left / 60), minute: left % 60 };
}

const two = (number: number): string => String(number).padStart(2, '0');

export const dayText = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
export const clockText = (hour: number, minute: number): string => `${two(hour)}:${two(minute)}`;
