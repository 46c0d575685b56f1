import { addDays, clockText, compareDays, dayText, wallClock, type Day, type WallClock } from './civil.js';
import { clocksInEnglish, daysInEnglish } from './datetime-en.js';
import { clocksInChinese, daysInChinese } from './datetime-zh.js';
import { withoutOverlaps, type ClockMention, type DayMention, type SaidPart } from './mentions.js';
import type { Reading, Span } from './reading.js';
import { partName, partOfDay, timeOfDay, type Resolved } from './resolve-clock.js';

/** A point of time that a message speaks of; `parts` are the words that say it. */
export interface Moment extends Span {
  day: Day;
  /** `YYYY-MM-DD HH:MM`, `YYYY-MM-DD`, `YYYY-MM-DD morning|noon|afternoon|evening|night`, or `YYYY-MM`. */
  value: string;
  vague?: boolean;
  other?: string;
  sure: boolean;
  future: boolean;
  parts: Span[];
}

/** The day of the event, when it was told before, with its part where one was said ("昨晚"). */
export type KnownDay = Pick<DayMention, 'day' | 'part'>;

const BESIDE =
  /^(?:[\s,'T在的于是]|的时候|左右|大概|大约|差不多|约|s\b|at\b|around|about|like\b|maybe\b|on\b|in\b|the\b|of\b|approx\.?|roughly|\([一二三四五六日]\))*$/i;
/** So many days of one message are looked at. */
const MOST = 12;
const SENTENCE_END = /[。！？!?;；\n]/;
const UNTIL = /(?:到|至|弄到|直到|until|till|to|要|得)\s?$/;

/**
 * The points of time in a message. `open`: the message answers a question about time, so that a time alone is one of
 * today (or of yesterday, if it is still to come; or of the day that is `known`) and a day number alone is one of this
 * month.
 */
export function momentsIn(reading: Reading, now: Date, zone: string, open: boolean, known?: KnownDay): Moment[] {
  const clock = wallClock(now, zone);
  const text = reading.visible;
  const days = withoutOverlaps([...daysInChinese(text, clock), ...daysInEnglish(text, clock)]).slice(0, MOST);
  const clocks = withoutOverlaps([...clocksInChinese(text), ...clocksInEnglish(text)]).filter(
    (mention) => !days.some((day) => day.start < mention.end && mention.start < day.end),
  );
  const used = new Set<ClockMention>();
  const moments: Moment[] = [];
  for (const [index, day] of days.entries()) {
    const found = clocksOf(text, day, days[index + 1], clocks, used);
    if (day.weak && !found.length && !open) continue;
    found.forEach((mention) => used.add(mention));
    moments.push(momentOf(day, found, clock));
  }
  if (!open || moments.length > 0) return moments;
  const told = fromTheHour(text, clocks);
  return told.slice(0, 1).map((mention) => momentOf(dayFor(mention, clock, known), joined(text, told), clock));
}

/** The times from the first with an hour on, and the part of the day right before it: "早餐厅 七点半" is 7:30. */
function fromTheHour(text: string, clocks: ClockMention[]): ClockMention[] {
  const at = clocks.findIndex(({ hour }) => hour !== undefined);
  const [part, timed] = [clocks[at - 1], clocks[at]];
  if (!part || !timed) return clocks;
  return clocks.slice(BESIDE.test(text.slice(part.end, timed.start)) ? at - 1 : at);
}

/** The time said with a day: right before or behind it, else the next one of its sentence. */
function clocksOf(
  text: string,
  day: DayMention,
  next: DayMention | undefined,
  clocks: ClockMention[],
  used: Set<ClockMention>,
): ClockMention[] {
  if (day.clock || day.monthOnly) return [];
  const free = clocks.filter((mention) => !used.has(mention));
  const behind = free.filter(({ start }) => start >= day.end && (!next || start < next.start));
  const before = free.filter(({ end, part, hour }) => end <= day.start && (hour !== undefined || part)).at(-1);
  const isBeside = before && BESIDE.test(text.slice(before.end, day.start));
  const first = behind[0];
  if (first && BESIDE.test(text.slice(day.end, first.start))) {
    // "around 9 this morning"
    return isBeside && before.hour !== undefined && first.hour === undefined ? [before, first] : joined(text, behind);
  }
  if (isBeside) return [before];
  const later = behind.find(({ weak, hour }) => !weak && (hour !== undefined || !day.part));
  if (!later || day.weak) return [];
  const between = text.slice(day.end, later.start);
  return SENTENCE_END.test(between) || between.length > 60 || UNTIL.test(between) ? [] : [later];
}

/** A time and the part of the day that stands beside it ("at 3 in the afternoon", "晚上 11:20"). */
function joined(text: string, [first, second]: ClockMention[]): ClockMention[] {
  if (!first) return [];
  const beside = second && BESIDE.test(text.slice(first.end, second.start));
  const completes = beside && (first.hour === undefined) !== (second.hour === undefined);
  return completes ? [first, second] : [first];
}

function momentOf(day: DayMention, clocks: ClockMention[], now: WallClock): Moment {
  const parts = [day, ...clocks].filter(({ end, start }) => end > start).map(({ start, end }) => ({ start, end }));
  const resolved = valueOf(day, clocks);
  return {
    ...resolved,
    day: day.day,
    sure: !day.unsure && resolved.other === undefined,
    future: isToCome(resolved.value, day.day, now),
    parts,
    start: Math.min(...parts.map(({ start }) => start)),
    end: Math.max(...parts.map(({ end }) => end)),
  };
}

function valueOf(day: DayMention, clocks: ClockMention[]): Resolved {
  if (day.monthOnly) return { value: dayText(day.day).slice(0, 7), vague: true };
  if (day.clock) return { value: `${dayText(day.day)} ${clockText(day.clock.hour, day.clock.minute)}` };
  const timed = clocks.find(({ hour }) => hour !== undefined);
  const part: SaidPart | undefined = clocks.find((mention) => mention.part)?.part ?? day.part;
  if (timed) return timeOfDay(day.day, { ...timed, part }, day.part === 'evening' || day.part === 'night');
  return part ? partOfDay(day.day, part) : { value: dayText(day.day), vague: true };
}

const PART_BEGINS: Record<string, number> = { morning: 5, noon: 11, afternoon: 12, evening: 17, night: 0 };

function isToCome(value: string, day: Day, now: WallClock): boolean {
  const [date, time] = value.split(' ');
  const today = dayText(now.day);
  if (date !== today) return date!.length === 7 ? date! > today.slice(0, 7) : date! > today;
  if (time === undefined || compareDays(day, now.day) < 0) return false;
  return time.includes(':') ? time > clockText(now.hour, now.minute) : now.hour < PART_BEGINS[time]!;
}

/** The day of a time said alone: the one that is known, today, or yesterday when it is still to come. */
function dayFor(mention: ClockMention, now: WallClock, known?: KnownDay): DayMention {
  const today: DayMention = { start: mention.start, end: mention.start, day: now.day };
  if (known) return { ...today, ...known };
  const part = mention.part && partName(mention.part);
  const begins =
    mention.hour === undefined
      ? PART_BEGINS[part ?? 'night']!
      : Number(timeOfDay(now.day, mention).value.slice(11, 13));
  const past = begins < now.hour || (begins === now.hour && (mention.minute ?? 0) <= now.minute);
  return past ? today : { ...today, day: addDays(now.day, -1) };
}
