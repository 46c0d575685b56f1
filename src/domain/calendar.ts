/** A stretch of a working day on the wall clock, `HH:MM`. It holds its start, not its end; `24:00` is the day's end. */
export interface Block {
  from: string;
  to: string;
}

/**
 * When people work. A calendar is a value: change it by making another, never in place (its days are remembered).
 * `week`: ISO weekday 1 (Monday) to 7 -> that day's blocks, in order; a weekday without blocks is free.
 * `days`: `YYYY-MM-DD` -> an exception; `work` means the weekday's own blocks, else Monday's.
 * `years`: the years whose exceptions are known; with neither years nor days the calendar observes none at all.
 */
export interface Calendar {
  id: string;
  zone: string;
  week: Record<number, Block[]>;
  days: Record<string, 'off' | 'work'>;
  years: number[];
}

/** The blocks that hold on a date (`YYYY-MM-DD`) which falls on this ISO weekday. */
export function blocksOn(date: string, weekday: number, calendar: Calendar): Block[] {
  const exception = calendar.days[date];
  if (exception === 'off') return [];
  const own = calendar.week[weekday] ?? [];
  return exception === 'work' && own.length === 0 ? (calendar.week[1] ?? []) : own;
}

/** Whether the calendar knows this year's holidays and make-up days; where not, deadlines in it are only a guess. */
export function coversYear(calendar: Calendar, year: number): boolean {
  const observesNone = calendar.years.length === 0 && Object.keys(calendar.days).length === 0;
  return observesNone || calendar.years.includes(year);
}

/** Minutes since midnight of `HH:MM` up to `24:00`; an Error when it is not such a time. */
export function minutesOf(time: string): number {
  const match = /^(\d\d):([0-5]\d)$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Infinity;
  if (minutes > 24 * 60) throw new Error(`"${time}" is no time of day: write HH:MM, from 00:00 to 24:00`);
  return minutes;
}

/** What is wrong with a calendar that somebody wrote, one sentence a fault; empty when it can be used. */
export function calendarFaults(calendar: Calendar): string[] {
  const faults: string[] = [];
  if (!isZone(calendar.zone)) faults.push(`zone "${calendar.zone}" is unknown: write one like Asia/Shanghai`);
  for (const [weekday, blocks] of Object.entries(calendar.week)) {
    if (!/^[1-7]$/.test(weekday)) faults.push(`weekday "${weekday}" is none of 1 (Monday) to 7`);
    faults.push(...blockFaults(weekday, blocks));
  }
  if (!Object.values(calendar.week).some((blocks) => blocks.length > 0)) faults.push('no weekday has working time');
  for (const [date, what] of Object.entries(calendar.days)) {
    if (!isDate(date)) faults.push(`"${date}" is no date: write YYYY-MM-DD`);
    if (what === 'work' && (calendar.week[1] ?? []).length === 0) {
      faults.push(`${date} works like a Monday, but Monday has no working time`);
    }
  }
  return faults;
}

function blockFaults(weekday: string, blocks: Block[]): string[] {
  let free = 0;
  for (const { from, to } of blocks) {
    try {
      const [start, end] = [minutesOf(from), minutesOf(to)];
      if (start >= end) return [`weekday ${weekday}: ${from}-${to} ends before it begins`];
      if (start < free) return [`weekday ${weekday}: ${from}-${to} begins before the block above it ends`];
      free = end;
    } catch (error) {
      return [`weekday ${weekday}: ${(error as Error).message}`];
    }
  }
  return [];
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

function isDate(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) && date.length === 10;
}
