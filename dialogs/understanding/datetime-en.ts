import { matchesOf } from '../../src/domain/matches.js';
import { addDays, compareDays, isRealDay, minutesBefore, weekdayOf, type Day, type WallClock } from './civil.js';
import type { ClockMention, DayMention, SaidPart } from './mentions.js';
import { latestDay, latestOfMonth, latestWeekday, monthsBefore, weekdayInWeek } from './recent.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const FULL_WEEKDAY = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const NUMBER = `(\\d{1,3}|half an?|an?|a couple of|${NUMBERS.slice(1).join('|')})`;

const RELATIVE =
  /\b(the day before yesterday|day before yesterday|yesterday|today|tonight|tomorrow|last night|this (?=morning|afternoon|evening))/dgi;
const JUST_NOW = /\b(?:just now|(?<=^\W*|[,.] )now(?=\W*$)|right now|a moment ago|a few minutes ago)\b/dgi;
const DAYS_AWAY: Record<string, number> = {
  'day before yesterday': -2,
  yesterday: -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  'last night': -1,
  this: 0,
};
const WEEKDAY = new RegExp(
  `\\b(last week,? (?:on )?|last |this |next |past |on )?(${FULL_WEEKDAY})\\b(?!s)|\\b(last |this |on )(${WEEKDAYS.join('|')}|tues|thurs)\\b`,
  'dgi',
);
const AGO = new RegExp(`\\b${NUMBER} (minute|min|hour|hr|day|week|month)s? ago\\b`, 'dgi');
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?![a-z])(?:,? (\\d{4})(?!\\d))?`, 'dgi');
const MONTH_DAY = new RegExp(
  `\\b${MONTH} (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]| ?[ap]\\.?m)(?:,? (\\d{4})(?!\\d))?`,
  'dgi',
);
const MONTH_YEAR = new RegExp(`\\b${MONTH},? (\\d{4})(?!\\d)`, 'dgi');
/** "the 11th", its month unsaid; no floor and no rank. */
const ORDINAL = new RegExp(
  `\\bthe (\\d{1,2})(?:st|nd|rd|th)\\b(?!,? (?:of )?(?:${MONTH.slice(1, -4)}|floor|time|day|night|hour|person|one|room|century))`,
  'dgi',
);
const SLASHED = /(?<![\d/.])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/dg;

/** The days that an English text speaks of. */
export function daysInEnglish(plain: string, now: WallClock): DayMention[] {
  const today = now.day;
  const found: DayMention[] = [];
  const add = (match: RegExpMatchArray, day: Day | undefined, more: Partial<DayMention> = {}) => {
    const [start, end] = match.indices![0]!;
    if (day && isRealDay(day)) found.push({ start, end, day, ...more });
  };
  if (!/[a-z]{3}|\/\d/i.test(plain)) return found;
  for (const m of matchesOf(plain, RELATIVE)) {
    const word = m[1]!.toLowerCase().replace(/^the /, '').trim();
    const part = /night/.test(word) ? 'evening' : undefined;
    add(m, addDays(today, DAYS_AWAY[word]!), part && { part });
  }
  for (const m of matchesOf(plain, JUST_NOW))
    add(m, today, { clock: { hour: now.hour, minute: now.minute }, weak: true });
  for (const m of matchesOf(plain, WEEKDAY)) weekday(m, today, add);
  for (const m of matchesOf(plain, AGO)) ago(m, now, add);
  for (const m of matchesOf(plain, DAY_MONTH)) add(m, dayOf(today, m[2]!, Number(m[1]), m[3]));
  for (const m of matchesOf(plain, MONTH_DAY)) add(m, dayOf(today, m[1]!, Number(m[2]), m[3]));
  for (const m of matchesOf(plain, MONTH_YEAR))
    add(m, { year: Number(m[2]), month: monthOf(m[1]!), day: 1 }, { monthOnly: true });
  for (const m of matchesOf(plain, ORDINAL)) add(m, latestOfMonth(today, Number(m[1])), { weak: true });
  for (const m of matchesOf(plain, SLASHED)) slashed(m, today, add);
  return found;
}

type Add = (match: RegExpMatchArray, day: Day | undefined, more?: Partial<DayMention>) => void;

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const dayOf = (today: Day, month: string, day: number, year: string | undefined): Day | undefined =>
  year ? { year: Number(year), month: monthOf(month), day } : latestDay(today, monthOf(month), day);

function weekday(match: RegExpMatchArray, today: Day, add: Add): void {
  const number = WEEKDAYS.indexOf((match[2] ?? match[4])!.slice(0, 3).toLowerCase()) + 1;
  const prefix = (match[1] ?? match[3] ?? '').toLowerCase().trim();
  if (prefix === 'next') return add(match, weekdayInWeek(today, number, 1));
  if (prefix === 'this') return add(match, weekdayInWeek(today, number, 0));
  if (prefix.startsWith('last week')) return add(match, weekdayInWeek(today, number, -1));
  // On a Saturday "last Friday" may be yesterday or the Friday before.
  const unsure = prefix === 'last' && number < weekdayOf(today);
  return add(match, latestWeekday(today, number, prefix === 'last' || prefix === 'past'), { unsure });
}

function ago(match: RegExpMatchArray, now: WallClock, add: Add): void {
  const said = match[1]!.toLowerCase();
  const count = said.startsWith('half')
    ? 0.5
    : said.startsWith('a couple')
      ? 2
      : /^an?$/.test(said)
        ? 1
        : Number(said) || NUMBERS.indexOf(said);
  const unit = match[2]!.toLowerCase();
  if (/^[mh]/.test(unit) && unit !== 'month') {
    const { day, hour, minute } = minutesBefore(now, count * (unit.startsWith('h') ? 60 : 1));
    add(match, day, { clock: { hour, minute }, unsure: said.startsWith('a couple') });
  } else if (unit === 'month') add(match, monthsBefore(now.day, Math.ceil(count)), { unsure: true });
  else add(match, addDays(now.day, -Math.ceil(count * (unit === 'week' ? 7 : 1))));
}

/** Day or month first: the one that exists and is not to come; where both may be, neither is sure. */
function slashed(match: RegExpMatchArray, today: Day, add: Add): void {
  const [a, b] = [Number(match[1]), Number(match[2])];
  const year = Number(match[3]!.length === 2 ? `20${match[3]}` : match[3]);
  const monthFirst = { year, month: a, day: b };
  const dayFirst = { year, month: b, day: a };
  const happened = (day: Day) => isRealDay(day) && compareDays(day, today) <= 0;
  if (!isRealDay(dayFirst) || (happened(monthFirst) && !happened(dayFirst))) return add(match, monthFirst);
  add(match, dayFirst, { unsure: happened(monthFirst) && compareDays(monthFirst, dayFirst) !== 0 });
}

const PARTS: Record<string, SaidPart> = {
  morning: 'morning',
  noon: 'noon',
  midday: 'noon',
  lunchtime: 'noon',
  afternoon: 'afternoon',
  evening: 'evening',
  night: 'night',
};
const MERIDIEM = /(?<![\d:.])(\d{1,2})(?:[:.](\d{2}))? ?(a\.?m\b\.?|p\.?m\b\.?)/dgi;
const OCLOCK = new RegExp(
  `\\b(half past |quarter past |quarter to )(${NUMBERS.slice(1).join('|')}|\\d{1,2})\\b|\\b(${NUMBERS.slice(1).join('|')}|\\d{1,2}) o'?clock`,
  'dgi',
);
const AT =
  /\b(?:at|around|about) (\d{1,2})(?![\d:.,/%]|\s*(?:am|pm|a\.m|p\.m|o'?clock|times|minute|min|hour|day|week|month|year|people|of|percent|dollar|yuan|euro|pound|metre|meter|%))\b/dgi;
/** "10ish", "around 10-ish". */
const ISH = /\b(?:at |around |about |like )*(\d{1,2})(?::(\d\d))?-?ish\b/dgi;
const NAMED = /\b(midnight|noon|midday)\b/dgi;
const PART_ALONE = /\b(?:in the |at |the )?(morning|lunchtime|afternoon|evening|night)\b/dgi;

/** The times of day that an English text speaks of, but for 14:00, which every language has. */
export function clocksInEnglish(plain: string): ClockMention[] {
  const found: ClockMention[] = [];
  const span = (match: RegExpMatchArray) => ({ start: match.indices![0]![0], end: match.indices![0]![1] });
  if (!/[a-z]/i.test(plain)) return found;
  for (const m of matchesOf(plain, MERIDIEM)) {
    const hour = (Number(m[1]) % 12) + (/^p/i.test(m[3]!) ? 12 : 0);
    if (Number(m[1]) <= 12 && Number(m[2] ?? 0) < 60)
      found.push({ ...span(m), hour, minute: Number(m[2] ?? 0), exact: true });
  }
  for (const m of matchesOf(plain, OCLOCK)) {
    const said = (m[2] ?? m[3])!.toLowerCase();
    const hour = Number(said) || NUMBERS.indexOf(said);
    const kind = (m[1] ?? '').trim().toLowerCase();
    const [shift, minute] =
      kind === 'half past' ? [0, 30] : kind === 'quarter past' ? [0, 15] : kind ? [-1, 45] : [0, 0];
    if (hour <= 12) found.push({ ...span(m), hour: hour + shift || 12, minute, weak: true });
  }
  for (const m of matchesOf(plain, AT))
    if (Number(m[1]) <= 24) found.push({ ...span(m), hour: Number(m[1]), minute: 0, weak: true });
  for (const m of matchesOf(plain, ISH))
    if (Number(m[1]) <= 24) found.push({ ...span(m), hour: Number(m[1]), minute: Number(m[2] ?? 0), weak: true });
  for (const m of matchesOf(plain, NAMED)) {
    const midnight = m[1]!.toLowerCase() === 'midnight';
    found.push({ ...span(m), hour: midnight ? 24 : 12, minute: 0, exact: true });
  }
  for (const m of matchesOf(plain, PART_ALONE)) found.push({ ...span(m), part: PARTS[m[1]!.toLowerCase()] });
  return found;
}
