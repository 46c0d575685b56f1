import { addDays, compareDays, isRealDay, weekdayOf, type Day } from './civil.js';

/** The day of a month and day said without a year: the latest that is not to come. */
export function latestDay(today: Day, month: number, day: number): Day | undefined {
  const thisYear = { year: today.year, month, day };
  // 29 February may be in neither of two years.
  const years = [0, 1, 2, 3, 4].map((back) => ({ ...thisYear, year: today.year - back }));
  return years.find((candidate) => isRealDay(candidate) && compareDays(candidate, today) <= 0);
}

/** The day of a day number said without a month: the latest that is not to come. */
export function latestOfMonth(today: Day, day: number): Day | undefined {
  for (let back = 0; back < 3; back += 1) {
    const candidate = { ...monthsBefore(today, back), day };
    if (isRealDay(candidate) && compareDays(candidate, today) <= 0) return candidate;
  }
  return undefined;
}

/** The same day some months before, or that month's last. */
export function monthsBefore({ year, month, day }: Day, months: number): Day {
  const index = year * 12 + month - 1 - months;
  const shifted = { year: Math.floor(index / 12), month: (index % 12) + 1, day };
  while (!isRealDay(shifted)) shifted.day -= 1;
  return shifted;
}

/** A weekday some weeks from the present one (0: this week, Monday to Sunday). */
export const weekdayInWeek = (today: Day, weekday: number, weeks: number): Day =>
  addDays(today, weekday - weekdayOf(today) + 7 * weeks);

/** The latest such weekday, today included unless `before`. */
export function latestWeekday(today: Day, weekday: number, before = false): Day {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  return addDays(today, -(back || (before ? 7 : 0)));
}
