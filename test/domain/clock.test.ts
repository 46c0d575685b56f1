import type { Calendar } from '../../src/domain/calendar.js';
import { always } from '../../src/domain/calendars/always.js';
import { officeCn } from '../../src/domain/calendars/office-cn.js';
import {
  breachClock,
  dueAtOf,
  endClock,
  explainClock,
  extendClock,
  fireMark,
  markAt,
  nextMark,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
  viewClock,
  type Clock,
} from '../../src/domain/clock.js';
import { parseDuration } from '../../src/domain/duration.js';
import { fromLocal, toLocal } from '../../src/domain/working-time.js';

const at = (text: string) => fromLocal(text, 'Asia/Shanghai');
const shown = (instant: Date) => toLocal(instant, 'Asia/Shanghai');
const clock = (start: string, duration: string, more: Partial<Clock> = {}): Clock =>
  startClock({ id: 'investigation', at: at(start), duration: parseDuration(duration), ...more });
const due = (c: Clock, calendar: Calendar = officeCn) => shown(dueAtOf(c, calendar));
const marks = (c: Clock, calendar: Calendar = officeCn) =>
  ([80, 100, 150] as const).map((percent) => shown(markAt(c, percent, calendar)));

describe('marks', () => {
  test.each<[string, string, Calendar, string[], string]>([
    [
      '2026-03-02 10:00',
      '5 WD',
      officeCn,
      ['2026-03-06 10:00', '2026-03-09 10:00', '2026-03-11 15:00'],
      '32, 40, 60 h',
    ],
    [
      '2026-03-07 20:00',
      '1 WD',
      officeCn,
      ['2026-03-09 16:24', '2026-03-10 09:00', '2026-03-10 14:00'],
      'from the opening',
    ],
    [
      '2026-03-06 17:00',
      '2 working hours',
      officeCn,
      ['2026-03-09 09:36', '2026-03-09 10:00', '2026-03-09 11:00'],
      'weekend',
    ],
    [
      '2026-03-02 09:00',
      '2 working hours',
      officeCn,
      ['2026-03-02 10:36', '2026-03-02 11:00', '2026-03-02 12:00'],
      'noon, not 13:00',
    ],
    ['2026-03-02 16:00', '4 h', officeCn, ['2026-03-02 19:12', '2026-03-02 20:00', '2026-03-02 22:00'], 'elapsed'],
    ['2026-03-07 20:00', '24 h', always, ['2026-03-08 15:12', '2026-03-08 20:00', '2026-03-09 08:00'], 'elapsed'],
    ['2026-03-07 20:00', '1 WD', always, ['2026-03-08 15:12', '2026-03-08 20:00', '2026-03-09 08:00'], 'working time'],
  ])('of %s + %s', (start, duration, calendar, expected) => {
    expect(marks(clock(start, duration), calendar)).toEqual(expected);
  });

  test('leave out what was paused, before and after the time was up', () => {
    let c = clock('2026-03-02 09:00', '1 WD');
    c = resumeClock(pauseClock(c, at('2026-03-02 10:00')), at('2026-03-02 11:00'));
    expect(marks(c)).toEqual(['2026-03-02 17:24', '2026-03-03 10:00', '2026-03-03 15:00']);
    c = resumeClock(pauseClock(c, at('2026-03-03 11:00')), at('2026-03-03 12:00'));
    expect(marks(c)).toEqual(['2026-03-02 17:24', '2026-03-03 10:00', '2026-03-03 16:00']);
  });

  test('follow the new due time after an extension', () => {
    const c = extendClock(clock('2026-03-02 10:00', '1 WD'), at('2026-03-02 15:00'), at('2026-03-04 10:00'), 'zhao');
    expect(marks(c)).toEqual(['2026-03-03 15:48', '2026-03-04 10:00', '2026-03-05 10:00']);
  });

  test('stay in order when the due time was set outside working time', () => {
    const c = extendClock(clock('2026-03-07 10:00', '1 WD'), at('2026-03-07 11:00'), at('2026-03-08 10:00'), 'zhao');
    const [at80, at100, at150] = ([80, 100, 150] as const).map((percent) => markAt(c, percent, officeCn).getTime());
    expect(at80).toBeLessThanOrEqual(at100 ?? 0);
    expect(at150).toBeGreaterThanOrEqual(at100 ?? 0);
  });

  test('come one after another, each once, while the clock runs', () => {
    let c = clock('2026-03-02 10:00', '5 WD');
    const next = () => nextMark(c, officeCn)?.percent;
    expect(next()).toBe(80);
    c = fireMark(c, 80);
    expect(next()).toBe(100);
    expect(nextMark(pauseClock(c, at('2026-03-09 09:00')), officeCn)).toBeUndefined();
    c = breachClock(c, at('2026-03-09 10:00'), 'wang');
    expect(next()).toBe(150);
    c = fireMark(c, 150);
    expect(next()).toBeUndefined();
    expect(fireMark(c, 150).marksFired).toEqual([80, 100, 150]);
  });

  test('without escalation there is none at 150 %', () => {
    const c = breachClock(
      fireMark(
        startClock({ ...clock('2026-03-02 10:00', '48 h'), at: at('2026-03-02 10:00'), noEscalation: true }),
        80,
      ),
      at('2026-03-04 10:00'),
    );
    expect(nextMark(c, officeCn)).toBeUndefined();
  });

  test('after an extension 80 % is told anew, unless it had gone by when the extension came', () => {
    const told = fireMark(clock('2026-03-02 10:00', '1 WD'), 80);
    const long = extendClock(told, at('2026-03-03 09:00'), at('2026-03-06 10:00'), 'zhao');
    expect(nextMark(long, officeCn)).toEqual({ percent: 80, at: at('2026-03-05 11:36') });
    const short = extendClock(told, at('2026-03-03 09:30'), at('2026-03-03 11:00'), 'zhao');
    expect(nextMark(short, officeCn)).toEqual({ percent: 100, at: at('2026-03-03 11:00') });
  });
});

describe('pauses', () => {
  test('move the deadline by the working time that was paused', () => {
    let c = pauseClock(clock('2026-03-02 10:30', '2 WD'), at('2026-03-03 16:00'), 'waiting-for-customer');
    expect(viewClock(c, officeCn)).toMatchObject({ state: 'paused', dueAt: at('2026-03-04 10:30'), pausedMs: 0 });
    c = resumeClock(c, at('2026-03-05 10:00'));
    expect(viewClock(c, officeCn)).toMatchObject({
      state: 'running',
      dueAt: at('2026-03-05 14:30'),
      pausedMs: 11 * 3_600_000,
    });
  });

  test('at night cost a working clock nothing, an elapsed one all of it', () => {
    const night = (c: Clock) => resumeClock(pauseClock(c, at('2026-03-02 20:00')), at('2026-03-03 08:00'));
    expect(due(night(clock('2026-03-02 10:30', '2 WD')))).toBe('2026-03-04 10:30');
    expect(due(night(clock('2026-03-02 10:30', '24 h')))).toBe('2026-03-03 22:30');
    expect(
      due(
        night(
          startClock({
            id: 'action',
            at: at('2026-03-02 10:30'),
            duration: { unit: 'until', at: at('2026-03-06 18:00') },
          }),
        ),
      ),
    ).toBe('2026-03-07 06:00');
  });

  test('after the time was up mend nothing', () => {
    const late = resumeClock(
      pauseClock(clock('2026-03-02 10:30', '1 WD'), at('2026-03-03 10:30')),
      at('2026-03-05 10:30'),
    );
    expect(due(late)).toBe('2026-03-03 10:30');
  });

  test('do not touch an unpaused clock, a paused one, or one that stopped', () => {
    const never = clock('2026-03-02 10:30', '1 WD', { unpaused: true });
    expect(pauseClock(never, at('2026-03-02 11:00'))).toBe(never);
    const paused = pauseClock(clock('2026-03-02 10:30', '1 WD'), at('2026-03-02 11:00'));
    expect(pauseClock(paused, at('2026-03-02 12:00'))).toBe(paused);
    const met = stopClock(clock('2026-03-02 10:30', '1 WD'), at('2026-03-02 11:00'));
    expect(pauseClock(met, at('2026-03-02 12:00'))).toBe(met);
    expect(resumeClock(met, at('2026-03-02 12:00'))).toBe(met);
  });

  test('that last during an extension move the new due time by what remains of them', () => {
    let c = pauseClock(clock('2026-03-02 10:00', '1 WD'), at('2026-03-02 11:00'));
    c = extendClock(c, at('2026-03-02 14:00'), at('2026-03-04 10:00'), 'zhao');
    expect(due(resumeClock(c, at('2026-03-02 16:00')))).toBe('2026-03-04 12:00');
  });
});

describe('the end of a clock', () => {
  test('met when left in time, also at the very instant', () => {
    const c = clock('2026-03-02 10:30', '1 WD');
    expect(viewClock(stopClock(c, at('2026-03-03 10:30'), officeCn), officeCn).state).toBe('met');
  });

  test('a breached clock runs on, is charged once, and is missed when left', () => {
    let c = breachClock(clock('2026-03-02 10:30', '1 WD'), at('2026-03-03 10:30'), 'wang');
    c = breachClock(c, at('2026-03-03 11:30'), 'li');
    expect(viewClock(c, officeCn)).toMatchObject({ state: 'running', breached: true, charged: 'wang' });
    c = stopClock(c, at('2026-03-03 15:00'));
    expect(viewClock(c, officeCn)).toMatchObject({ state: 'missed', breached: true, charged: 'wang' });
    expect(stopClock(c, at('2026-03-03 16:00'))).toBe(c);
    expect(extendClock(c, at('2026-03-03 16:00'), at('2026-03-09 16:00'), 'zhao')).toBe(c);
  });

  test('an extension does not undo a breach', () => {
    const breached = breachClock(clock('2026-03-02 10:30', '1 WD'), at('2026-03-03 10:30'), 'wang');
    const c = extendClock(breached, at('2026-03-03 11:00'), at('2026-03-06 10:30'), 'zhao');
    expect(viewClock(c, officeCn)).toMatchObject({ state: 'running', breached: true, dueAt: at('2026-03-06 10:30') });
    expect(nextMark(c, officeCn)?.percent).toBe(150);
    expect(viewClock(stopClock(c, at('2026-03-04 10:00')), officeCn).state).toBe('missed');
  });

  test('left late it is missed, although nobody had noted the breach; the pause that was open counts', () => {
    const c = clock('2026-03-02 10:30', '1 WD');
    expect(viewClock(stopClock(c, at('2026-03-03 10:31'), officeCn), officeCn)).toMatchObject({
      state: 'missed',
      breached: true,
    });
    const paused = pauseClock(c, at('2026-03-02 11:00'));
    expect(viewClock(stopClock(paused, at('2026-03-05 10:31'), officeCn), officeCn).state).toBe('met');
  });

  test('ended is neither met nor missed', () => {
    const c = endClock(breachClock(clock('2026-03-02 10:30', '1 WD'), at('2026-03-03 10:30')), at('2026-03-04 10:30'));
    expect(viewClock(c, officeCn)).toMatchObject({ state: 'ended', breached: true });
  });
});

test('every step gives a new clock and leaves the old one as it was', () => {
  const first = clock('2026-03-02 10:30', '1 WD');
  const kept = JSON.stringify(first);
  const paused = pauseClock(first, at('2026-03-02 11:00'));
  extendClock(paused, at('2026-03-02 12:00'), at('2026-03-09 12:00'), 'zhao');
  fireMark(stopClock(resumeClock(paused, at('2026-03-02 13:00')), at('2026-03-02 14:00')), 80);
  expect(JSON.stringify(first)).toBe(kept);
});

test('a deadline moves with its calendar', () => {
  const c = clock('2026-03-02 10:30', '2 WD');
  expect(due(c, { ...officeCn, days: { ...officeCn.days, '2026-03-04': 'off' } })).toBe('2026-03-05 10:30');
});

describe('the explanation of a deadline', () => {
  const lines = (c: Clock, calendar: Calendar = officeCn) =>
    explainClock(c, calendar).map(({ at, text, detail }) => [shown(at), text, detail]);

  test('names every working day counted and every day left out', () => {
    expect(lines(clock('2026-03-06 20:00', '1 WD'))).toEqual([
      ['2026-03-06 20:00', 'start', { started: '2026-03-06 20:00', countsFrom: '2026-03-09 09:00' }],
      ['2026-03-10 09:00', 'step', { counted: 'working-day', n: '1', date: '2026-03-10' }],
      ['2026-03-10 09:00', 'due', { dueAt: '2026-03-10 09:00' }],
    ]);
    const holidays = lines(clock('2026-02-13 10:00', '2 WD'));
    expect(holidays[1]).toEqual(['2026-02-14 10:00', 'step', { counted: 'working-day', n: '1', date: '2026-02-14' }]);
    expect(holidays.filter(([, text]) => text === 'excluded')).toHaveLength(9);
    expect(holidays[2]).toEqual(['2026-02-15 00:00', 'excluded', { date: '2026-02-15', because: 'exception' }]);
  });

  test('names the blocks that make up working hours, and weekends', () => {
    expect(lines(clock('2026-03-06 17:00', '2 working hours'))).toEqual([
      ['2026-03-06 17:00', 'start', { started: '2026-03-06 17:00' }],
      [
        '2026-03-06 18:00',
        'step',
        { counted: 'working-time', from: '2026-03-06 17:00', to: '2026-03-06 18:00', minutes: '60' },
      ],
      ['2026-03-07 00:00', 'excluded', { date: '2026-03-07', because: 'weekday' }],
      ['2026-03-08 00:00', 'excluded', { date: '2026-03-08', because: 'weekday' }],
      [
        '2026-03-09 10:00',
        'step',
        { counted: 'working-time', from: '2026-03-09 09:00', to: '2026-03-09 10:00', minutes: '60' },
      ],
      ['2026-03-09 10:00', 'due', { dueAt: '2026-03-09 10:00' }],
    ]);
  });

  test('names pauses with what they did, extensions with who granted them', () => {
    let c = pauseClock(clock('2026-03-02 09:00', '24 h'), at('2026-03-02 12:00'), 'waiting-for-customer');
    c = resumeClock(c, at('2026-03-02 14:00'));
    c = extendClock(c, at('2026-03-02 15:00'), at('2026-03-04 18:00'), 'zhao', 'part not delivered');
    c = pauseClock(c, at('2026-03-03 09:00'), 'ask-customer');
    expect(lines(c)).toEqual([
      ['2026-03-02 09:00', 'start', { started: '2026-03-02 09:00' }],
      ['2026-03-03 09:00', 'step', { counted: 'elapsed', unit: 'hours', count: '24' }],
      [
        '2026-03-03 11:00',
        'paused',
        { from: '2026-03-02 12:00', to: '2026-03-02 14:00', because: 'waiting-for-customer' },
      ],
      ['2026-03-04 18:00', 'step', { counted: 'extension', by: 'zhao', because: 'part not delivered' }],
      ['2026-03-04 18:00', 'paused', { from: '2026-03-03 09:00', because: 'ask-customer' }],
      ['2026-03-04 18:00', 'due', { dueAt: '2026-03-04 18:00' }],
    ]);
  });

  test('says when it reaches a year whose holidays are not known', () => {
    const unknown = Math.max(...officeCn.years) + 1;
    const last = lines(clock(`${unknown - 1}-12-30 10:00`, '10 WD')).at(-1);
    expect(last?.[2]).toMatchObject({ uncoveredYear: `${unknown}` });
  });

  test('covers given times and month ends', () => {
    const given = startClock({
      id: 'action',
      at: at('2026-03-07 10:30'),
      duration: { unit: 'until', at: at('2026-03-09 18:00') },
    });
    expect(lines(given).map(([, text]) => text)).toEqual(['start', 'step', 'due']);
    expect(lines(clock('2026-03-01 00:00', 'month end'))[1]).toEqual([
      '2026-03-31 18:00',
      'step',
      { counted: 'month-end' },
    ]);
  });
});

test('a ledger that was never started is an error', () => {
  expect(() => dueAtOf({ ...clock('2026-03-02 10:30', '1 WD'), events: [] }, officeCn)).toThrow(/never started/);
});
