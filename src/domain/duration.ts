/**
 * How long something may take. `working-days` and `working-hours` count working time of a calendar;
 * `hours`, `minutes` and `days` (of 24 hours) count elapsed time; `month-end` is an instant of the calendar.
 */
export type Duration =
  { unit: 'working-days' | 'working-hours' | 'hours' | 'minutes' | 'days'; count: number } | { unit: 'month-end' };

type CountedUnit = Exclude<Duration['unit'], 'month-end'>;

const UNITS: [RegExp, CountedUnit][] = [
  [/^(wd|working days?)$/, 'working-days'],
  [/^working hours?$/, 'working-hours'],
  [/^(h|hours?)$/, 'hours'],
  [/^(min|minutes?)$/, 'minutes'],
  [/^(d|days?)$/, 'days'],
];

// Longer ones are slips of the pen, and counting them day by day would stall the desk.
const MOST = 10_000;

/** Reads `2 WD`, `4 working hours`, `24 h`, `15 min`, `7 d`, `month end`; throws an Error that says what is accepted. */
export function parseDuration(text: string): Duration {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (words === 'month end') return { unit: 'month-end' };
  const [, digits = '', name = ''] = /^(\d+) ?([a-z ]+)$/.exec(words) ?? [];
  const unit = UNITS.find(([pattern]) => pattern.test(name))?.[1];
  const count = Number(digits);
  if (unit && count >= 1 && count <= MOST) return { unit, count };
  throw new Error(
    `"${text}" is no duration: write a whole number from 1 to ${MOST} and a unit, ` +
      `like "2 WD", "4 working hours", "24 h", "15 min", "7 d", or "month end"`,
  );
}
