import { blocksOf, monthOf, type CalendarOfYear } from '../../../src/web/console/admin/year.js';
import { dotsOf, placeOf, stretchesOf } from '../../../src/web/console/promises/band.js';
import { fallingWeeks, shareOf, sumOf } from '../../../src/web/console/promises/shares.js';

const OFFICE = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];
const ZONE = 'Asia/Shanghai';
const calendar: CalendarOfYear = {
  playbook: 'travel',
  id: 'office',
  zone: ZONE,
  week: { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE },
  covered: true,
  days: { '2026-05-01': 'off', '2026-05-09': 'work', '2026-05-03': 'off' },
};
const at = (time: string) => new Date(`${time}+08:00`);

describe('a month of the calendar', () => {
  const may = monthOf(2026, 5, calendar);
  const kind = (day: number) => may[day - 1]?.kind;

  it('tells holidays, make-up days and free days apart', () => {
    expect(may).toHaveLength(31);
    expect([kind(1), kind(2), kind(3), kind(4), kind(9)]).toEqual(['off', 'free', 'off', 'working', 'makeUp']);
    expect(monthOf(2028, 2, calendar)).toHaveLength(29);
  });

  it('gives a make-up day Monday’s hours, and a day off none', () => {
    expect(blocksOf(may[8]!, calendar)).toEqual(OFFICE);
    expect(blocksOf(may[0]!, calendar)).toEqual([]);
  });
});

describe('the band of what comes next', () => {
  const friday = at('2026-05-08T15:20:00');
  const stretches = stretchesOf(calendar, friday);

  it('shows today and the next day that works, with the time between them', () => {
    expect(stretches.map(({ date, from, works }) => [date, from / 60, works])).toEqual([
      ['2026-05-08', 9, true],
      ['2026-05-08', 12, false],
      ['2026-05-08', 13, true],
      ['2026-05-08', 18, false],
      ['2026-05-09', 9, true],
      ['2026-05-09', 12, false],
      ['2026-05-09', 13, true],
    ]);
  });

  it('places what is due to scale, what is long past at the left, and nothing that comes later', () => {
    expect(placeOf(at('2026-05-08T15:30:00'), stretches, ZONE)).toEqual({ stretch: 2, x: 50 });
    expect(placeOf(at('2026-05-01T10:00:00'), stretches, ZONE)).toEqual({ stretch: 0, x: 0 });
    expect(placeOf(at('2026-05-09T03:00:00'), stretches, ZONE)).toEqual({ stretch: 4, x: 0 });
    expect(placeOf(at('2026-05-11T10:00:00'), stretches, ZONE)).toBeUndefined();
  });

  it('piles up what would cover each other', () => {
    const due = ['15:30:00', '15:31:00', '09:30:00'].map((time) => ({ dueAt: at(`2026-05-08T${time}`).toISOString() }));
    const dots = dotsOf(due, stretches, ZONE);
    expect(dots[2]?.map(({ y }) => y)).toEqual([0, 1]);
    expect(dots[0]?.map(({ y }) => y)).toEqual([0]);
  });
});

it('a share is of what was due; weeks in which nothing was are passed over', () => {
  const weeks = [
    { kept: 9, missed: 1 },
    { kept: 8, missed: 2 },
    { kept: 0, missed: 0 },
    { kept: 1, missed: 1 },
  ];
  expect(shareOf(sumOf(weeks))).toBeCloseTo(81.8, 1);
  expect(shareOf(weeks[2]!)).toBeUndefined();
  expect(fallingWeeks(weeks)).toBe(2);
  expect(fallingWeeks(weeks.toReversed())).toBe(0);
});
