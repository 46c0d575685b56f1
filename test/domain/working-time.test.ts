import type { Calendar } from '../../src/domain/calendar.js';
import { always } from '../../src/domain/calendars/always.js';
import { officeCn } from '../../src/domain/calendars/office-cn.js';
import { parseDuration } from '../../src/domain/duration.js';
import {
  addDuration,
  addWorkingMs,
  dueOfDate,
  endOfMonth,
  fromLocal,
  inWakingHours,
  isWorking,
  nextOpening,
  toLocal,
  uncoveredYear,
  workingMsBetween,
  zoned,
} from '../../src/domain/working-time.js';

const SHANGHAI = 'Asia/Shanghai';
const at = (text: string, zone = SHANGHAI) => fromLocal(text, zone);
const shown = (instant: Date, zone = SHANGHAI) => toLocal(instant, zone);
const HOUR = 3_600_000;

describe('a deadline in office hours', () => {
  test.each([
    ['2026-03-02 10:30', '2 WD', '2026-03-04 10:30', 'plain days'],
    ['2026-03-07 20:00', '1 WD', '2026-03-10 09:00', 'Saturday counts from Monday 09:00'],
    ['2026-03-02 12:30', '1 WD', '2026-03-03 13:00', 'lunch counts from 13:00'],
    ['2026-03-02 12:00', '1 WD', '2026-03-03 13:00', 'a block does not hold its end'],
    ['2026-03-02 18:00', '1 WD', '2026-03-04 09:00', 'closing time is the next opening'],
    ['2026-02-13 10:00', '2 WD', '2026-02-24 10:00', 'a make-up Saturday, then the Spring Festival'],
    ['2026-09-30 16:00', '3 WD', '2026-10-10 16:00', 'National Day, then a make-up Saturday'],
    ['2026-03-06 17:00', '2 working hours', '2026-03-09 10:00', 'over a weekend'],
    ['2026-03-02 09:00', '1 working hour', '2026-03-02 10:00', 'within a block'],
    ['2026-03-02 11:00', '1 working hour', '2026-03-02 12:00', 'the earliest instant, not the end of lunch'],
    ['2026-03-02 11:30', '1 working hour', '2026-03-02 13:30', 'over lunch'],
    ['2026-03-07 20:00', '8 working hours', '2026-03-09 18:00', 'a whole day, from the next opening'],
    ['2026-03-06 17:00', '24 h', '2026-03-07 17:00', 'elapsed hours know no weekend'],
    ['2026-03-06 17:00', '15 min', '2026-03-06 17:15', 'elapsed minutes'],
    ['2026-03-06 17:00', '7 d', '2026-03-13 17:00', 'elapsed days'],
    ['2026-03-02 09:00', 'month end', '2026-03-31 18:00', 'a Tuesday'],
    ['2026-05-04 09:00', 'month end', '2026-05-29 18:00', 'May ends on a Sunday'],
    ['2026-03-31 18:00', 'month end', '2026-04-30 18:00', 'the next one when this one is over'],
    ['2026-12-31 20:00', 'month end', '2027-01-29 18:00', 'over the end of a year'],
  ])('%s + %s = %s (%s)', (start, duration, due) => {
    expect(shown(addDuration(at(start), parseDuration(duration), officeCn))).toBe(due);
  });

  test('keeps seconds and milliseconds of the start', () => {
    const start = new Date(at('2026-03-02 10:30').getTime() + 12_345);
    expect(addDuration(start, parseDuration('1 WD'), officeCn).toISOString()).toBe('2026-03-03T02:30:12.345Z');
  });

  test('is not later than the closing of a shorter day', () => {
    const shortFriday: Calendar = { ...officeCn, week: { ...officeCn.week, 5: [{ from: '09:00', to: '12:00' }] } };
    expect(shown(addDuration(at('2026-03-05 16:00'), parseDuration('1 WD'), shortFriday))).toBe('2026-03-06 12:00');
  });

  test('moves when the calendar changes', () => {
    const withDayOff: Calendar = { ...officeCn, days: { ...officeCn.days, '2026-03-03': 'off' } };
    const start = at('2026-03-02 10:30');
    expect(shown(addDuration(start, parseDuration('2 WD'), officeCn))).toBe('2026-03-04 10:30');
    expect(shown(addDuration(start, parseDuration('2 WD'), withDayOff))).toBe('2026-03-05 10:30');
  });

  test('is an error, not an endless search, when the calendar never opens', () => {
    const shut: Calendar = { ...officeCn, id: 'shut', week: {} };
    for (const duration of ['1 WD', '1 working hour']) {
      expect(() => addDuration(at('2040-03-05 16:00'), parseDuration(duration), shut)).toThrow(
        /shut has no working time/,
      );
    }
  });
});

describe('a deadline in the calendar that never closes', () => {
  test.each([
    ['2026-03-07 20:00', '1 WD', '2026-03-08 20:00'],
    ['2026-02-16 23:59', '2 WD', '2026-02-18 23:59'],
    ['2026-03-07 20:00', '5 working hours', '2026-03-08 01:00'],
    ['2026-03-07 20:00', 'month end', '2026-03-31 18:00'],
  ])('%s + %s = %s', (start, duration, due) => {
    expect(shown(addDuration(at(start), parseDuration(duration), always))).toBe(due);
  });
});

test('a block holds its start, not its end', () => {
  const working = (text: string) => isWorking(at(text), officeCn);
  expect(['2026-03-02 09:00', '2026-03-02 11:59', '2026-03-02 13:00', '2026-02-14 10:00'].map(working)).toEqual(
    Array(4).fill(true),
  );
  expect(['2026-03-02 08:59', '2026-03-02 12:00', '2026-03-02 18:00', '2026-02-16 10:00'].map(working)).toEqual(
    Array(4).fill(false),
  );
});

test('the next opening is the instant itself in working time', () => {
  const opening = (text: string) => shown(nextOpening(at(text), officeCn));
  expect(opening('2026-03-02 10:30')).toBe('2026-03-02 10:30');
  expect(opening('2026-03-02 12:00')).toBe('2026-03-02 13:00');
  expect(opening('2026-02-14 18:00')).toBe('2026-02-24 09:00');
});

test('working time between two instants', () => {
  const hours = (from: string, to: string) => workingMsBetween(at(from), at(to), officeCn) / HOUR;
  expect(hours('2026-03-02 10:30', '2026-03-04 10:30')).toBe(16);
  expect(hours('2026-03-06 17:00', '2026-03-09 10:00')).toBe(2);
  expect(hours('2026-02-14 18:00', '2026-02-24 09:00')).toBe(0);
  expect(hours('2026-03-04 10:30', '2026-03-02 10:30')).toBe(0);
});

test('a make-up day has the weekday’s own blocks, else Monday’s', () => {
  const saturdays: Calendar = {
    ...officeCn,
    week: { ...officeCn.week, 6: [{ from: '10:00', to: '11:00' }] },
    days: { '2026-03-07': 'work', '2026-03-08': 'work' },
  };
  const hours = (date: string) => workingMsBetween(at(`${date} 00:00`), at(`${date} 23:59`), saturdays) / HOUR;
  expect(hours('2026-03-07')).toBe(1);
  expect(hours('2026-03-08')).toBe(8);
});

test('month end is the last working day at 18:00, or the last day of a month without any', () => {
  expect(shown(endOfMonth(at('2026-02-01 09:00'), officeCn))).toBe('2026-02-28 18:00');
  expect(shown(endOfMonth(at('2026-01-31 23:59'), officeCn))).toBe('2026-01-30 18:00');
  const days = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [`2026-04-${`${i + 1}`.padStart(2, '0')}`, 'off']),
  );
  expect(shown(endOfMonth(at('2026-04-10 09:00'), { ...officeCn, days } as Calendar))).toBe('2026-04-30 18:00');
});

test('a due date without a time is 18:00 of that day', () => {
  expect(shown(dueOfDate('2026-03-07', officeCn))).toBe('2026-03-07 18:00');
  expect(() => dueOfDate('2026-02-30', officeCn)).toThrow('no date');
});

test.each([
  ['2026-03-07 08:59', '2026-03-07 09:00'],
  ['2026-03-07 09:00', '2026-03-07 09:00'],
  ['2026-03-07 19:59', '2026-03-07 19:59'],
  ['2026-03-07 20:00', '2026-03-08 09:00'],
  ['2026-12-31 23:59', '2027-01-01 09:00'],
])('nobody is disturbed at night: %s -> %s', (from, to) => {
  expect(shown(inWakingHours(at(from), SHANGHAI))).toBe(to);
});

describe('wall clocks', () => {
  test('show year to minute and the ISO weekday of their zone', () => {
    const instant = new Date('2026-03-01T16:30:00Z');
    expect(zoned(instant, SHANGHAI)).toEqual({ year: 2026, month: 3, day: 2, hour: 0, minute: 30, weekday: 1 });
    expect(zoned(instant, 'America/New_York')).toEqual({
      year: 2026,
      month: 3,
      day: 1,
      hour: 11,
      minute: 30,
      weekday: 7,
    });
    expect(zoned(instant, 'Asia/Kathmandu')).toMatchObject({ day: 1, hour: 22, minute: 15 });
  });

  test('an hour that is skipped is read that much later, one that comes twice is read as the first', () => {
    expect(at('2026-03-29 02:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-10-25 02:30', 'Europe/Berlin').toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-03-08 02:30', 'America/New_York').toISOString()).toBe('2026-03-08T07:30:00.000Z');
    expect(at('2026-11-01 01:30', 'America/New_York').toISOString()).toBe('2026-11-01T05:30:00.000Z');
  });

  test('a working day keeps its time of day when clocks change', () => {
    const berlin: Calendar = { ...always, zone: 'Europe/Berlin' };
    const start = at('2026-03-28 10:00', 'Europe/Berlin');
    expect(shown(addDuration(start, parseDuration('1 WD'), berlin), 'Europe/Berlin')).toBe('2026-03-29 10:00');
    expect(shown(addDuration(start, parseDuration('24 h'), berlin), 'Europe/Berlin')).toBe('2026-03-29 11:00');
    expect(workingMsBetween(start, addDuration(start, parseDuration('1 WD'), berlin), berlin)).toBe(23 * HOUR);
  });

  test.each(['2026-02-30 10:00', '2026-03-02 24:00', '2026-03-02', '2026-03-02T10:00', 'soon'])('refuse %s', (text) => {
    expect(() => at(text)).toThrow(Error);
  });
});

test('no working time has passed at the start itself', () => {
  expect(addWorkingMs(at('2026-03-07 20:00'), 0, officeCn)).toEqual(at('2026-03-07 20:00'));
});

test('says which year’s holidays are not known', () => {
  expect(uncoveredYear(at('2026-01-01 00:00'), at('2026-12-31 23:59'), officeCn)).toBeUndefined();
  const unknown = Math.max(...officeCn.years) + 1;
  expect(uncoveredYear(at('2026-01-01 00:00'), at(`${unknown + 1}-01-01 00:00`), officeCn)).toBe(unknown);
  expect(uncoveredYear(at('2026-01-01 00:00'), at('2090-01-01 00:00'), always)).toBeUndefined();
});
