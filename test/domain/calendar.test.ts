import { calendarFaults, coversYear, type Calendar } from '../../src/domain/calendar.js';
import { always } from '../../src/domain/calendars/always.js';
import { officeCn } from '../../src/domain/calendars/office-cn.js';

test('the built-in calendars are sound', () => {
  expect(calendarFaults(officeCn)).toEqual([]);
  expect(calendarFaults(always)).toEqual([]);
});

test('office-cn knows the holidays and make-up days of 2026', () => {
  const of2026 = Object.entries(officeCn.days).filter(([date]) => date.startsWith('2026'));
  const dates = (what: string) => of2026.filter(([, is]) => is === what).map(([date]) => date.slice(5));
  expect(dates('work').sort()).toEqual(['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']);
  expect(dates('off')).toHaveLength(33);
  expect(dates('off')).toEqual(
    expect.arrayContaining(['01-01', '02-15', '02-23', '04-06', '05-05', '06-19', '09-25', '10-07']),
  );
});

test('a year is covered when its holidays are known, or when none are observed', () => {
  expect(coversYear(officeCn, 2026)).toBe(true);
  expect(coversYear(officeCn, Math.max(...officeCn.years) + 1)).toBe(false);
  expect(coversYear(always, 2090)).toBe(true);
});

test.each<[string, Partial<Calendar>, RegExp]>([
  ['an unknown zone', { zone: 'China' }, /zone "China" is unknown/],
  ['a weekday 0', { week: { ...officeCn.week, 0: [] } }, /weekday "0"/],
  ['no working time at all', { week: { 1: [] } }, /no weekday has working time/],
  ['a block that ends first', { week: { 1: [{ from: '12:00', to: '09:00' }] } }, /ends before it begins/],
  [
    'blocks that overlap',
    {
      week: {
        1: [
          { from: '09:00', to: '12:00' },
          { from: '11:00', to: '13:00' },
        ],
      },
    },
    /begins before/,
  ],
  ['a time past midnight', { week: { 1: [{ from: '09:00', to: '24:01' }] } }, /"24:01" is no time of day/],
  ['a date that is none', { days: { '2026-02-30': 'off' } }, /"2026-02-30" is no date/],
  ['a make-up day without a Monday', { week: { 2: officeCn.week[2] ?? [] }, days: { '2026-02-14': 'work' } }, /Monday/],
])('finds %s', (_, change, fault) => {
  expect(calendarFaults({ ...officeCn, ...change }).join('\n')).toMatch(fault);
});
