import type { Day } from './civil.js';
import type { Span } from './reading.js';

/** Part of a day, as canonical values name it. */
export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** `dawn` is the night's end, counted to the day that it begins (凌晨). */
export type SaidPart = DayPart | 'dawn';

/** A time of day as said; the hour is not yet decided between morning and evening. */
export interface ClockMention extends Span {
  part?: SaidPart;
  hour?: number;
  minute?: number;
  /** "14:00", "09:15": two digits say that 24 hours are counted. */
  exact?: boolean;
  /** "at 3", "三点" alone: a time only beside a day, or as an answer. */
  weak?: boolean;
}

/** A day as said. */
export interface DayMention extends Span {
  day: Day;
  /** Part of the word itself (昨晚, last night). */
  part?: SaidPart;
  /** Part of the word itself ("two hours ago"). */
  clock?: { hour: number; minute: number };
  /** Only the month was said. */
  monthOnly?: boolean;
  /** Two days are possible. */
  unsure?: boolean;
  /** A day only beside a time, or as an answer ("5号"). */
  weak?: boolean;
}

/** Spans that do not overlap: earlier first, of two that begin together the longer. */
export function withoutOverlaps<S extends Span>(spans: S[]): S[] {
  const kept: S[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || span.start >= last.end) kept.push(span);
  }
  return kept;
}
