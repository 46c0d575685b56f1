import { blocksOn, minutesOf, type Calendar } from './calendar.js';
import { DAY, HOUR, MINUTE, dateOf, offsetAt, offsetChange, weekdayOf } from './zone-time.js';

/** Working time from one instant up to, but without, another; epoch milliseconds. */
export interface Span {
  from: number;
  to: number;
}

const remembered = new WeakMap<Calendar, Map<number, readonly Span[]>>();

/** The working spans of a local day, in order: every instant whose wall clock stands within a block. */
export function spansOf(day: number, calendar: Calendar): readonly Span[] {
  let days = remembered.get(calendar);
  if (!days) remembered.set(calendar, (days = new Map()));
  let spans = days.get(day);
  if (!spans) days.set(day, (spans = computeSpans(day, calendar)));
  return spans;
}

function computeSpans(day: number, calendar: Calendar): Span[] {
  const midnight = day * DAY;
  // Zones reach from UTC-12 to UTC+14, so all of the local day lies in this window.
  const [from, to] = [midnight - 14 * HOUR, midnight + DAY + 12 * HOUR];
  const change = offsetChange(from, to, calendar.zone) ?? to;
  const blocks = blocksOn(dateOf(day), weekdayOf(day), calendar);
  // Cutting blocks at the change drops the hour that clocks skip and counts the hour they repeat twice.
  return [
    ...cut(blocks, midnight - offsetAt(from, calendar.zone), { from, to: change }),
    ...cut(blocks, midnight - offsetAt(to, calendar.zone), { from: change, to }),
  ];
}

function cut(blocks: { from: string; to: string }[], midnight: number, within: Span): Span[] {
  return blocks
    .map((block) => ({
      from: Math.max(within.from, midnight + minutesOf(block.from) * MINUTE),
      to: Math.min(within.to, midnight + minutesOf(block.to) * MINUTE),
    }))
    .filter((span) => span.from < span.to);
}
