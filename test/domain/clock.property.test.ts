import fc from 'fast-check';
import { officeCn } from '../../src/domain/calendars/office-cn.js';
import { dueAtOf, markAt, pauseClock, resumeClock, startClock, viewClock, type Clock } from '../../src/domain/clock.js';
import { addWorkingMs, workingMsBetween } from '../../src/domain/working-time.js';

const MINUTE = 60_000;
const BEGIN = Date.parse('2026-02-01T00:00:00Z');

const instants = fc.integer({ min: 0, max: 60 * 24 * 60 }).map((minute) => new Date(BEGIN + minute * MINUTE));
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * MINUTE);
const durations = fc.oneof(
  fc.record({
    unit: fc.constantFrom('working-days' as const, 'working-hours' as const),
    count: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    unit: fc.constantFrom('hours' as const, 'days' as const, 'minutes' as const),
    count: fc.integer({ min: 1, max: 90 }),
  }),
);
const worksOnly = ({ unit }: Clock['duration']) => unit === 'working-days' || unit === 'working-hours';
const clocks = fc
  .record({ at: instants, duration: durations })
  .map(({ at, duration }) => startClock({ id: 'any', at, duration }));

/** The clock with pauses that begin one after another before its time is up; each [minutes run, minutes paused]. */
function withPauses(clock: Clock, pauses: [number, number][]): Clock {
  let now = clock.events[0]?.at ?? new Date(NaN);
  for (const [run, pause] of pauses) {
    const from = later(now, run);
    if (from >= dueAtOf(clock, officeCn)) break;
    now = later(from, pause);
    clock = resumeClock(pauseClock(clock, from), now);
  }
  return clock;
}
const pauses = fc.array(fc.tuple(fc.nat(2000), fc.nat(5000)), { maxLength: 4 });

test('pausing for X of its kind of time moves the deadline by exactly X', () => {
  fc.assert(
    fc.property(clocks, pauses, (clock, list) => {
      const before = dueAtOf(clock, officeCn);
      const { dueAt, pausedMs } = viewClock(withPauses(clock, list), officeCn);
      const moved = worksOnly(clock.duration)
        ? workingMsBetween(before, dueAt, officeCn)
        : dueAt.getTime() - before.getTime();
      expect(moved).toBe(pausedMs);
    }),
  );
});

test('no working second is lost: what ran before the deadline is the whole duration, whatever was paused', () => {
  fc.assert(
    fc.property(clocks, pauses, (clock, list) => {
      const paused = withPauses(clock, list);
      const ran = (c: Clock) => {
        const { startedAt, dueAt, pausedMs } = viewClock(c, officeCn);
        const all = worksOnly(c.duration)
          ? workingMsBetween(startedAt, dueAt, officeCn)
          : dueAt.getTime() - startedAt.getTime();
        return all - pausedMs;
      };
      expect(ran(paused)).toBe(ran(clock));
    }),
  );
});

test('80, 100 and 150 % come in this order and stand for that share of the time', () => {
  fc.assert(
    fc.property(clocks, pauses, (clock, list) => {
      const c = withPauses(clock, list);
      const [at80, at100, at150] = [markAt(c, 80, officeCn), markAt(c, 100, officeCn), markAt(c, 150, officeCn)];
      expect(at80 < at100 && at100 < at150).toBe(true);
      const whole = viewClock(clock, officeCn);
      const size = worksOnly(c.duration)
        ? workingMsBetween(whole.startedAt, whole.dueAt, officeCn)
        : whole.dueAt.getTime() - whole.startedAt.getTime();
      // Beyond the deadline nothing is paused here, so the last half is plain.
      const half = Math.ceil(size / 2);
      expect(at150).toEqual(
        worksOnly(c.duration) ? addWorkingMs(at100, half, officeCn) : new Date(at100.getTime() + half),
      );
    }),
  );
});

test('a clock survives JSON, but for its dates', () => {
  fc.assert(
    fc.property(clocks, pauses, (clock, list) => {
      const c = withPauses(clock, list);
      const read = JSON.parse(JSON.stringify(c)) as Clock;
      const revived = { ...read, events: read.events.map((event) => ({ ...event, at: new Date(event.at) })) };
      expect(revived).toEqual(c);
    }),
  );
});
