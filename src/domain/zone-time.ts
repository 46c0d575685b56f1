/** Wall clocks of time zones. Instants are epoch milliseconds; a local day is a count of days since 1970-01-01. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

interface Zone {
  format: Intl.DateTimeFormat;
  // Asking Intl costs microseconds; two equal offsets at the ends of a UTC day answer for all of it.
  atMidnight: Map<number, number>;
}

const zones = new Map<string, Zone>();

/** Milliseconds that the zone's wall clock is ahead of UTC at an instant; a RangeError for an unknown zone. */
export function offsetAt(ms: number, zone: string): number {
  const known = zoneOf(zone);
  const day = Math.floor(ms / DAY);
  const before = midnightOffset(day, known);
  return before === midnightOffset(day + 1, known) ? before : askOffset(ms, known);
}

/** The local day on which an instant falls. */
export function localDay(ms: number, zone: string): number {
  return Math.floor((ms + offsetAt(ms, zone)) / DAY);
}

/** Milliseconds since midnight that the wall clock shows. */
export function timeOfDay(ms: number, zone: string): number {
  const local = ms + offsetAt(ms, zone);
  return local - Math.floor(local / DAY) * DAY;
}

/** The instant of a wall-clock time: the first of two when clocks go back; as much later when they skip it. */
export function instantOf(day: number, time: number, zone: string): number {
  const local = day * DAY + time;
  const before = offsetAt(local - DAY, zone);
  const after = offsetAt(local + DAY, zone);
  const fits = [before, after].find((offset) => offsetAt(local - offset, zone) === offset);
  return local - (fits ?? before);
}

/** The one instant in [from, to) at which the zone changes its offset, when it does. */
export function offsetChange(from: number, to: number, zone: string): number | undefined {
  const known = zoneOf(zone);
  const first = offsetAt(from, zone);
  if (first === offsetAt(to, zone)) return undefined;
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (askOffset(middle, known) === first) low = middle;
    else high = middle;
  }
  return high;
}

/** `YYYY-MM-DD` of a local day. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The local day of `YYYY-MM-DD`; an Error when there is no such date. */
export function dayOf(date: string): number {
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) / DAY : NaN;
  if (!Number.isInteger(day) || dateOf(day) !== date) throw new Error(`"${date}" is no date: write YYYY-MM-DD`);
  return day;
}

/** ISO weekday of a local day: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function zoneOf(zone: string): Zone {
  const known = zones.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const fresh = { format, atMidnight: new Map<number, number>() };
  zones.set(zone, fresh);
  return fresh;
}

function midnightOffset(day: number, zone: Zone): number {
  const known = zone.atMidnight.get(day);
  if (known !== undefined) return known;
  const offset = askOffset(day * DAY, zone);
  zone.atMidnight.set(day, offset);
  return offset;
}

function askOffset(ms: number, zone: Zone): number {
  const [, sign, hours = 0, minutes = 0, seconds = 0] =
    /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(zone.format.format(ms)) ?? [];
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000;
  return sign === '-' ? -size : size;
}
