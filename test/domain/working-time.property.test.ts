import fc from 'fast-check';
import type { Block, Calendar } from '../../src/domain/calendar.js';
import { addDuration, isWorking, nextOpening, workingMsBetween } from '../../src/domain/working-time.js';

/** The same answers by looking at the wall clock once a minute; it shares no code with the real thing. */
const MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const readings = new Map<string, { date: string; weekday: number; minute: number }>();

function wallClock(ms: number, zone: string): { date: string; weekday: number; minute: number } {
  const key = `${zone} ${ms}`;
  const known = readings.get(key);
  if (known) return known;
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' });
  formats.set(zone, format);
  const [date = '', time = ''] = format.format(ms).split(' ');
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const reading = { date, minute, weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7 };
  readings.set(key, reading);
  return reading;
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function works(ms: number, c: Calendar): boolean {
  const { date, weekday, minute } = wallClock(ms, c.zone);
  const own = c.week[weekday] ?? [];
  const blocks = c.days[date] === 'off' ? [] : c.days[date] === 'work' && own.length === 0 ? (c.week[1] ?? []) : own;
  return blocks.some(({ from, to }) => minutes(from) <= minute && minute < minutes(to));
}

function countedMinutes(from: number, to: number, c: Calendar): number {
  let count = 0;
  for (let ms = from; ms < to; ms += MINUTE) if (works(ms, c)) count++;
  return count;
}

function opening(ms: number, c: Calendar): number {
  while (!works(ms, c)) ms += MINUTE;
  return ms;
}

function afterWorkingMinutes(start: number, count: number, c: Calendar): number {
  let ms = start;
  for (let left = count; left > 0; ms += MINUTE) if (works(ms, c)) left--;
  return ms;
}

/** What the wall clock shows at the deadline: the opening's time of day, or the day's closing when that is earlier. */
function expectedWorkingDay(start: number, count: number, c: Calendar): { date: string; minute: number } {
  let ms = opening(start, c);
  const timeOfDay = wallClock(ms, c.zone).minute;
  let date = wallClock(ms, c.zone).date;
  for (let left = count; left > 0; ms += MINUTE) {
    const here = wallClock(ms, c.zone).date;
    if (here !== date && works(ms, c)) {
      date = here;
      left--;
    }
  }
  let closing = 0;
  for (; wallClock(ms, c.zone).date === date; ms += MINUTE) {
    if (works(ms, c)) closing = Math.max(closing, wallClock(ms, c.zone).minute + 1);
  }
  return { date, minute: Math.min(timeOfDay, closing) };
}

const two = (n: number) => `${n}`.padStart(2, '0');
const written = (quarter: number) => `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;

/** Up to three blocks a day on quarter hours within [first, last]. */
const blocks = (first: number, last: number): fc.Arbitrary<Block[]> =>
  fc
    .uniqueArray(fc.integer({ min: first, max: last }), { minLength: 2, maxLength: 6 })
    .map((marks) => [...marks].sort((a, b) => a - b))
    .map((marks) =>
      Array.from({ length: Math.floor(marks.length / 2) }, (_, i) => ({
        from: written(marks[2 * i] ?? 0),
        to: written(marks[2 * i + 1] ?? 0),
      })),
    );

// Each zone with a fortnight of its own around a change of its clocks; Shanghai around the Spring Festival.
const SEASONS = [
  { zone: 'Asia/Shanghai', from: '2026-02-12' },
  { zone: 'Europe/Berlin', from: '2026-03-26' },
  { zone: 'Europe/Berlin', from: '2026-10-22' },
  { zone: 'America/New_York', from: '2026-03-05' },
  { zone: 'America/New_York', from: '2026-10-29' },
  { zone: 'Australia/Lord_Howe', from: '2026-04-02' },
];

const dateAfter = (from: string, days: number) =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 24 * 60 * MINUTE).toISOString().slice(0, 10);

interface Setting {
  calendar: Calendar;
  start: number;
}

const settings = (first = 0, last = 96): fc.Arbitrary<Setting> =>
  fc.constantFrom(...SEASONS).chain(({ zone, from }) =>
    fc.record({
      calendar: fc.record({
        id: fc.constant('random'),
        zone: fc.constant(zone),
        // Monday and Thursday always work, so that a deadline stays within the fortnight.
        week: fc
          .tuple(
            blocks(first, last),
            fc.record({ 2: blocks(first, last), 5: blocks(first, last), 7: blocks(first, last) }, { requiredKeys: [] }),
          )
          .map(([every, more]): Calendar['week'] => ({ 1: every, 4: every, ...(more as Calendar['week']) })),
        days: fc
          .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom<'off' | 'work'>('off', 'work')), {
            maxLength: 3,
          })
          .map((days) => Object.fromEntries(days.map(([day, what]) => [dateAfter(from, day), what]))),
        years: fc.constant([2026]),
      }),
      start: fc
        .integer({ min: 0, max: 4 * 24 * 60 })
        .map((minute) => Date.parse(`${from}T00:00:00Z`) + minute * MINUTE),
    }),
  );

const RUNS = { numRuns: 150 };

test('working time between two instants is the number of working minutes', () => {
  fc.assert(
    fc.property(settings(), fc.integer({ min: 0, max: 4 * 24 * 60 }), ({ calendar, start }, length) => {
      const end = start + length * MINUTE;
      expect(workingMsBetween(new Date(start), new Date(end), calendar)).toBe(
        countedMinutes(start, end, calendar) * MINUTE,
      );
    }),
    RUNS,
  );
});

test('working hours end with the minute that completes them', () => {
  fc.assert(
    fc.property(settings(), fc.integer({ min: 1, max: 8 }), ({ calendar, start }, count) => {
      const due = addDuration(new Date(start), { unit: 'working-hours', count }, calendar);
      expect(due).toEqual(new Date(afterWorkingMinutes(start, count * 60, calendar)));
    }),
    RUNS,
  );
});

test('working days end on the day counted, at the same time of day or at closing', () => {
  fc.assert(
    fc.property(settings(16, 92), fc.integer({ min: 1, max: 3 }), ({ calendar, start }, count) => {
      const due = addDuration(new Date(start), { unit: 'working-days', count }, calendar);
      const { date, minute } = wallClock(due.getTime(), calendar.zone);
      expect({ date, minute }).toEqual(expectedWorkingDay(start, count, calendar));
    }),
    RUNS,
  );
});

test('the opening is the first working minute', () => {
  fc.assert(
    fc.property(settings(), ({ calendar, start }) => {
      expect(nextOpening(new Date(start), calendar)).toEqual(new Date(opening(start, calendar)));
      expect(isWorking(new Date(start), calendar)).toBe(works(start, calendar));
    }),
    RUNS,
  );
});

test('who starts later is not due earlier', () => {
  const units = fc.constantFrom('working-days', 'working-hours', 'hours', 'minutes', 'days', 'month-end');
  fc.assert(
    fc.property(
      settings(16, 92),
      fc.integer({ min: 0, max: 2000 }),
      units,
      fc.integer({ min: 1, max: 9 }),
      (s, wait, unit, count) => {
        const due = (ms: number) =>
          addDuration(new Date(ms), unit === 'month-end' ? { unit } : { unit, count }, s.calendar);
        expect(due(s.start + wait * MINUTE).getTime()).toBeGreaterThanOrEqual(due(s.start).getTime());
        expect(due(s.start).getTime()).toBeGreaterThan(s.start);
      },
    ),
    RUNS,
  );
});
