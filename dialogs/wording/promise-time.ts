import { HOUR, MINUTE, timeOfDay } from '../../src/domain/zone-time.js';

const SHORT = 4 * HOUR;

/**
 * The time that is said for a promise: up to the next whole hour of the wall clock, near it (under 4 hours away)
 * up to the next 5 minutes. Never earlier than the promise, and a time said again stays as it is.
 */
export function promiseTime(at: Date, now: Date, zone: string): Date {
  const step = Math.abs(at.getTime() - now.getTime()) < SHORT ? 5 * MINUTE : HOUR;
  const past = timeOfDay(at.getTime(), zone) % step;
  return past === 0 ? at : new Date(at.getTime() + step - past);
}
