import { blocksOf, monthOf, type CalendarOfYear } from '../admin/year.js';
import { wall } from '../words/times.js';

/** A stretch of the band: working time, or time that does not count and is drawn narrow. */
export interface Stretch {
  date: string;
  /** Minutes since midnight. */
  from: number;
  to: number;
  works: boolean;
  /** Its share of the band's width. */
  width: number;
}

export interface Dot<T> {
  one: T;
  /** Percent of its stretch, and how many lie below it. */
  x: number;
  y: number;
}

const GAP_WIDTH = 45;
const HIGHEST = 5;
const DAY_MS = 86_400_000;

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The blocks of today and of the next day that works, with what lies between them. */
export function stretchesOf(calendar: CalendarOfYear, now: Date): Stretch[] {
  const today = wall(now, calendar.zone).date;
  const days = [today, ...laterDays(today)].map((date) => dayOf(date, calendar));
  const [first, ...later] = days;
  const next = later.find(({ blocks }) => blocks.length > 0);
  const shown = [first, next].filter((day) => day !== undefined && day.blocks.length > 0) as typeof days;
  return shown.flatMap(({ date, blocks }, n) => [
    ...(n > 0
      ? [
          {
            date: shown[n - 1]!.date,
            from: minutesOf(shown[n - 1]!.blocks.at(-1)!.to),
            to: 1440,
            works: false,
            width: GAP_WIDTH,
          },
        ]
      : []),
    ...blocks.flatMap(({ from, to }, at): Stretch[] => {
      const [begin, end] = [minutesOf(from), minutesOf(to)];
      const before = blocks[at - 1];
      const pause = before && { date, from: minutesOf(before.to), to: begin, works: false, width: GAP_WIDTH };
      const block = { date, from: begin, to: end, works: true, width: end - begin };
      return pause ? [pause, block] : [block];
    }),
  ]);
}

function laterDays(today: string): string[] {
  const start = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: 14 }, (_, n) => new Date(start + (n + 1) * DAY_MS).toISOString().slice(0, 10));
}

function dayOf(date: string, calendar: CalendarOfYear) {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const found = monthOf(year, month, calendar)[day - 1];
  return { date, blocks: found ? blocksOf(found, calendar) : [] };
}

/** Where an instant lies: the stretch and the percent of it; what is before all of them lies at the very left. */
export function placeOf(at: Date, stretches: Stretch[], zone: string): { stretch: number; x: number } | undefined {
  const { date, time } = wall(at, zone);
  const minutes = minutesOf(time);
  const last = stretches.at(-1);
  if (!last || date > last.date || (date === last.date && minutes > last.to)) return undefined;
  const found = stretches.findIndex((one) => date < one.date || (date === one.date && minutes <= one.to));
  const one = stretches[found];
  if (!one) return undefined;
  const x = date < one.date ? 0 : ((minutes - one.from) / (one.to - one.from)) * 100;
  return { stretch: found, x: Math.max(0, Math.min(100, x)) };
}

/** Dots by stretch; those that would cover each other are piled up. */
export function dotsOf<T extends { dueAt: string }>(all: T[], stretches: Stretch[], zone: string): Dot<T>[][] {
  const rows = stretches.map((): Dot<T>[] => []);
  const piles = new Map<string, number>();
  for (const one of all) {
    const place = placeOf(new Date(one.dueAt), stretches, zone);
    if (!place) continue;
    const width = stretches[place.stretch]!.width;
    const key = `${place.stretch}/${Math.round((place.x * width) / 1500)}`;
    const y = piles.get(key) ?? 0;
    piles.set(key, y + 1);
    if (y < HIGHEST) rows[place.stretch]!.push({ one, x: place.x, y });
  }
  return rows;
}
