import { matchesOf } from '../../src/domain/matches.js';
import { HAN_DIGITS, HAN_NUMBER, numberOf } from './numerals.js';
import { groupSpan, type Find, type Reading, type Span } from './reading.js';

const ROOM = `(\\d{3,5}[A-Za-z]?|[${HAN_DIGITS}]{3,5})`;
const ROOM_BEHIND = new RegExp(
  `(?<![\\d\\w.,-]|第)${ROOM}\\s?(?:号房间?|号客房|房间?|客房|的?(?:客人|住客))(?!子|价|费|东|租|款|产|贷|元)`,
  'dg',
);
const ROOM_BEFORE = new RegExp(
  `(?:房间?号码?|房号|房间(?:是|为|:)|住(?:的是|在|的|了)?|入住|在(?=\\d{3,4}(?:$|[,，。!！]))|我(?:就)?是(?=\\d{3,4}(?:号?房间?)?的)|我们?在|我在|\\bin (?!(?:19|20)\\d\\d\\b)(?=\\d{3,4}\\b(?!\\s?(?:hours?|min|days?|weeks?|am\\b|pm\\b|yuan|rmb|cny|people|%|,\\d)))|\\broom(?:\\s?(?:no\\.?|number))?|\\b(?:staying|stay|we're|i'm|am|are) in)\\s?(?:是|为|:|#|is)?\\s?${ROOM}(?![\\d.A-Za-z]|\\s?[年月天日元块晚分小人次楼层米%])`,
  'dgi',
);
/** Next door is not the customer's room. */
const ANOTHERS =
  /(?:隔壁|旁边|对面|楼上|楼下|别人|邻居|next door|next to|opposite|above|below|upstairs)[^,，。;；!！?？\n]{0,2}$/i;

/** Another number in one breath with the room: "1208和1209房". */
const LISTED = /(\d{3,4})\s?(?:和|跟|与|及|、|,|and|&)\s?$/i;

/** The customer's own room; two of them are not sure. */
export function findRoom(reading: Reading): Find[] {
  const text = reading.visible;
  const spans: Span[] = [];
  for (const pattern of [ROOM_BEHIND, ROOM_BEFORE]) {
    for (const match of matchesOf(text, pattern)) {
      const span = groupSpan(match, 1)!;
      const known = spans.some(({ start }) => start === span.start);
      if (!known && !ANOTHERS.test(text.slice(Math.max(0, match.index - 12), match.index))) spans.push(span);
    }
  }
  const rooms = spans
    .sort((a, b) => a.start - b.start)
    .map((span) => ({ ...span, value: roomNumber(text.slice(span.start, span.end)) }));
  const [first] = rooms;
  if (!first) return [];
  const listed = LISTED.exec(text.slice(Math.max(0, first.start - 8), first.start))?.[1];
  const rival = listed ?? rooms.find(({ value }) => value !== first.value)?.value;
  return [{ ...first, field: 'room_no', sure: !rival, other: rival }];
}

export const roomNumber = (said: string): string => (/^\d/.test(said) ? said : String(numberOf(said) ?? said));

/** The room as the place where it was, in the words of the message. */
export const roomAsPlace = (room: string, chinese: boolean): string => (chinese ? `${room} 房` : `room ${room}`);

const N = `(?:\\d{1,4}|${HAN_NUMBER}{1,4})`;
const UNIT = new RegExp(
  `(?<![\\d\\w-]|第)(?<block>${N}|[A-Za-z])\\s?(?<kind>号楼|栋|幢|座)\\s?(?:(?<entry>${N}|[A-Za-z])\\s?单元\\s?)?(?:(?<floor>${N})\\s?楼之\\s?(?<of>${N})|(?<flat>${N})(?![${HAN_DIGITS}\\d层平米㎡年月]|个|多)\\s?(?<room>室|号|户|房)?)`,
  'dg',
);
const ENGLISH_UNIT =
  /\b(?:building|block|tower)\s?[A-Za-z0-9]{1,4},?\s(?:(?:unit|flat|apartment|apt\.?|room|no\.?|#)\s?)?[A-Za-z]?\d{1,4}[A-Za-z]?\b|\b(?:unit|flat|apartment|apt\.?)\s(?:no\.?\s)?[A-Za-z]?\d{1,4}[A-Za-z]?\b/dgi;

/** The customer's building and flat, written as "12 栋 302". */
export function findUnit(reading: Reading): Find[] {
  const found: Find[] = [];
  for (const match of matchesOf(reading.visible, UNIT)) {
    const span = groupSpan(match, 0)!;
    if (!ANOTHERS.test(reading.visible.slice(Math.max(0, span.start - 8), span.start)))
      found.push({ ...span, field: 'unit_no', value: unitText(reading, match), sure: true });
  }
  for (const match of matchesOf(reading.visible, ENGLISH_UNIT)) {
    const span = groupSpan(match, 0)!;
    found.push({ ...span, field: 'unit_no', value: reading.original(span), sure: true });
  }
  const [first, second] = found.sort((a, b) => a.start - b.start);
  if (!first) return [];
  const rival = second && second.value !== first.value ? second.value : undefined;
  return [{ ...first, sure: !rival, other: rival }];
}

/** Numbers as digits, the customer's own signs between them, one blank around each number. */
function unitText(reading: Reading, match: RegExpMatchArray): string {
  const written = (group: string): string => {
    const span = groupSpan(match, group);
    if (!span) return '';
    const said = reading.plain.slice(span.start, span.end);
    return /^[A-Za-z\d]/.test(said) ? said : String(numberOf(said) ?? said);
  };
  const sign = (group: string): string => {
    const span = groupSpan(match, group);
    return span ? reading.original(span) : '';
  };
  const entry = match.groups!.entry ? ` ${written('entry')} ${literal(reading, match, '单元')}` : '';
  const flat = match.groups!.floor
    ? ` ${written('floor')} ${literal(reading, match, '楼之')} ${written('of')}`
    : ` ${written('flat')}${match.groups!.room ? ` ${sign('room')}` : ''}`;
  return `${written('block')} ${sign('kind')}${entry}${flat}`;
}

/** Words of the pattern as the customer wrote them (樓之). */
function literal(reading: Reading, match: RegExpMatchArray, words: string): string {
  const start = match.index! + match[0].indexOf(words);
  return reading.text.slice(start, start + words.length);
}
