import { dayText, wallClock } from './civil.js';
import type { DayPart } from './mentions.js';
import { momentsIn, type KnownDay, type Moment } from './moments.js';
import { TAKEN, type Find, type Reading } from './reading.js';
import type { UnderstandContext } from './understood.js';

const BOUGHT_BEHIND = /^[^,，。;；!！?？\n]{0,6}(?:买|购|入手|提车|提的车)|^.{0,12}\b(?:bought|purchased)\b/i;
/** When it was ordered or bought is not when it went wrong. */
const BEFOREHAND =
  /^[^,，。;；!！?？\n]{0,6}(?:买|购|入手|提车|提的车|下单|下的单|订|预约)|^.{0,12}\b(?:bought|purchased|ordered|booked)\b/i;
const BEFOREHAND_BEFORE = /\b(?:bought|purchased|ordered|booked)\b[^.,]{0,24}$/i;
const BOUGHT_BEFORE = /(?:购买日期|购于|买于|购买时间)[:：是为]?\s?$|\b(?:bought|purchased)\b.{0,24}$/i;
// "今天必须给我个说法" is a demand, not a time of the event.
const DEMAND =
  /^[^,，。!！?？\n]{0,8}(?:必须|一定要|之内|以内|内给|给我(?:个|一个)?(?:说法|交代|答复)|怎么办|就要)|^.{0,12}\b(?:must|need to|at the latest|by the end)\b/i;
const CALL_BACK =
  /(?:打给我|回电|回我|联系我|答复|给我打)[^,，。]{0,6}$|\b(?:call|ring|phone|contact|reply to|get back to) (?:me|us)\b[^.!?]{0,20}$/i;
const VISIT = /方便|有空|在家|上门|到府|可以来|过来修|来修|suit|available|free|come|visit|at home/i;

/** Reads the points of time of a message for the fields that ask for one. */
export function findDates(reading: Reading, context: UnderstandContext): Find[] {
  const has = (id: string) => context.fields.some((field) => field.id === id);
  const dated = context.fields.filter(({ type }) => type === 'datetime').map(({ id }) => id);
  if (dated.length === 0 && !has('purchased_on') && !has('preferred_time')) return [];
  const asked = context.fields.find(
    ({ id, type }) => id === context.open && (type === 'datetime' || id === 'purchased_on'),
  );
  const moments =
    asked || !has('occurred_at') ? read(reading, context, asked !== undefined) : unasked(reading, context);
  if (asked && asked.id !== 'occurred_at') return choose(reading, asked.id, allowed(asked.id, moments), context);
  const rest = new Set(moments);
  const take = (moment: Moment) => rest.delete(moment);
  const finds: Find[] = [];
  if (has('purchased_on')) {
    const bought = moments.filter((moment) => !moment.future && isAbout(reading, moment, BOUGHT_BEFORE, BOUGHT_BEHIND));
    bought.forEach(take);
    finds.push(...choose(reading, 'purchased_on', bought, context));
  }
  if (has('preferred_time') && context.open !== 'preferred_time') {
    const wished = VISIT.test(reading.plain) ? untilSentenceEnd(reading, moments) : [];
    wished.forEach(take);
    finds.push(...asSaid(reading, wished));
  }
  if (!has('occurred_at')) return finds;
  const past = [...rest].filter(
    (moment) => !moment.future && moment.value.length > 7 && !isDemand(reading, moment) && !isDenied(reading, moment),
  );
  const event = past.filter((moment) => !isAbout(reading, moment, BEFOREHAND_BEFORE, BEFOREHAND));
  return [...finds, ...choose(reading, 'occurred_at', event.length > 0 ? event : past, context)];
}

/** A time alone is one of the day that is known already. */
function read(reading: Reading, { now, zone, filled }: UnderstandContext, open: boolean): Moment[] {
  return momentsIn(reading, now, zone, open, knownDay(filled?.['occurred_at']));
}

function knownDay(value = ''): KnownDay | undefined {
  const [, year, month, day, part] = /^(\d{4})-(\d\d)-(\d\d)(?: ([a-z]+))?/.exec(value) ?? [];
  if (!day) return undefined;
  return {
    day: { year: Number(year), month: Number(month), day: Number(day) },
    ...(part && { part: part as DayPart }),
  };
}

/** What may stand around a time in a message about nothing else. */
const AROUND_TIME =
  /只是?|就是?|是|大概|大约|应该|可能|好像|左右|的时候|那天|当天|那会儿|差不多|吧|啊|的|了|在|才对|不对|\b(?:sorry|no|wait|actually|only|just|it|was|happened|on|at|about|around|i|think|mean|meant|more|like|rather|closer|to)\b|[\s\p{P}\p{S}]/giu;

/** As many as a time of the day has. */
const MOST_DIGITS = 4;

/** Where the time is not asked, a clause of nothing but a time is read as if it were. */
function unasked(reading: Reading, context: UnderstandContext): Moment[] {
  const { open, fields, filled } = context;
  const { type = 'text' } = fields.find(({ id }) => id === open) ?? {};
  const underWay = open === undefined ? filled?.['occurred_at'] !== undefined : open !== 'content';
  // Digits in few may be a time; in many they reach somebody.
  const other = type !== 'text' && !(type === 'phone' && (reading.plain.match(/\d/g) ?? []).length <= MOST_DIGITS);
  if (other || !underWay) return read(reading, context, false);
  const moments = read(reading, context, true);
  const alone = moments.filter((moment) => isAlone(reading, moment, moments));
  return alone.length > 0 ? alone : read(reading, context, false);
}

function isAlone(reading: Reading, moment: Moment, moments: Moment[]): boolean {
  const clause = reading.clauses.find(({ start, end }) => start <= moment.start && moment.end <= end);
  if (!clause || /^\d{1,2}号$/.test(reading.plain.trim())) return false;
  let left = reading.visible.slice(clause.start, clause.end);
  for (const { start, end } of moments.flatMap(({ parts }) => parts)) {
    const [from, to] = [Math.max(start - clause.start, 0), Math.max(end - clause.start, 0)];
    left = left.slice(0, from) + TAKEN.repeat(to - from) + left.slice(to);
  }
  return left.replaceAll(TAKEN, '').replace(AROUND_TIME, '') === '';
}

/** Moments that a field may hold: what happened or was bought is not to come. */
export function allowed(field: string, moments: Moment[]): Moment[] {
  const past = field === 'occurred_at' || field === 'purchased_on';
  return past ? moments.filter(({ future }) => !future) : moments;
}

function isAbout(reading: Reading, { start, end }: Moment, before: RegExp, behind: RegExp): boolean {
  return (
    behind.test(reading.plain.slice(end, end + 40)) || before.test(reading.plain.slice(Math.max(0, start - 40), start))
  );
}

const isDemand = (reading: Reading, { start, end }: Moment): boolean =>
  DEMAND.test(reading.plain.slice(end, end + 30)) ||
  CALL_BACK.test(reading.plain.slice(Math.max(0, start - 30), start));

/** "Friday, not yesterday": the day that it was not. */
const DENIED = /(?:不是|并非|而非|\b(?:not|isn't|wasn't))\s?(?:on |the |at |是|在)?$/i;
const isDenied = (reading: Reading, { start }: Moment): boolean =>
  DENIED.test(reading.plain.slice(Math.max(0, start - 16), start));

/** The one point of time meant: an exact one before a vague one, an earlier day before today; two that differ are not sure. */
function choose(reading: Reading, field: string, moments: Moment[], context: UnderstandContext): Find[] {
  const today = dayText(wallClock(context.now, context.zone).day);
  const ofToday = ({ value }: Moment) => value.startsWith(today) && !value.includes(':');
  const rank = (moment: Moment) =>
    (moment.value.includes(':') ? 4 : 0) + (ofToday(moment) ? 0 : 2) + (moment.sure ? 1 : 0);
  const best = Math.max(...moments.map(rank));
  const [chosen, ...others] = moments.filter((moment) => rank(moment) === best);
  if (!chosen) return [];
  const rival = others.find(
    (other) => other.value.slice(0, 10) !== chosen.value.slice(0, 10) && !isSpanEnd(reading, chosen, other),
  );
  const other = chosen.other ?? rival?.value;
  const two = chosen.other === undefined && rival !== undefined;
  return [{ ...chosen, field, sure: chosen.sure && !rival, other, two }];
}

/** "10月3号到7号": it went on, and began at the first. */
const isSpanEnd = (reading: Reading, { end }: Moment, { start }: Moment): boolean =>
  /^\s?(?:到|至|[-—–~]|to|until|till|through)\s?$/i.test(reading.plain.slice(end, start));

/** The first point of time to come and those after it in its sentence; "周四" beside "明天" is the next one. */
function untilSentenceEnd(reading: Reading, moments: Moment[]): Moment[] {
  const first = moments.find(({ future }) => future);
  if (!first) return [];
  const length = reading.plain.slice(first.end).search(/[。;；!！?？\n]/);
  const end = length < 0 ? reading.plain.length : first.end + length;
  return moments.filter(({ start }) => start >= first.start && start < end);
}

/** A wish for a visit stays in the customer's words, from its first time to its last. */
function asSaid(reading: Reading, moments: Moment[]): Find[] {
  if (moments.length === 0) return [];
  const span = { start: moments[0]!.start, end: Math.max(...moments.map(({ end }) => end)) };
  return [
    {
      ...span,
      field: 'preferred_time',
      value: reading.original(span),
      sure: true,
      parts: moments.flatMap(({ parts }) => parts),
    },
  ];
}
