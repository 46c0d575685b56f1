import type { Field } from '../../src/domain/field.js';
import { matchesOf } from '../../src/domain/matches.js';
import { amountsIn } from './amount.js';
import { findDates } from './dates.js';
import { findIds } from './ids.js';
import {
  findBranch,
  findCarModel,
  findCompany,
  findDealer,
  findMerchant,
  findPlace,
  findQuantity,
} from './named-places.js';
import { isFullName } from './name-words.js';
import { findName, soundsLikeName } from './names.js';
import { findAccused } from './persons.js';
import { isSomebodyElses, phonesIn, type PhoneMention } from './phone.js';
import { findRoom, findUnit, roomAsPlace } from './place-ids.js';
import { isPlaceAlone } from './place-words.js';
import { groupSpan, plainOf, trimSpan, type Find, type Reading, type Span } from './reading.js';
import { onlyFacts } from './story-clauses.js';
import type { UnderstandContext } from './understood.js';
import { findSum, findWish, isWishy } from './wishes.js';

const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+(?![\w-])/dg;
const LINK = /https?:\/\/[^\s，。]+/dgi;

const SIMPLE: Record<string, (reading: Reading) => Find[]> = {
  room_no: findRoom,
  unit_no: findUnit,
  merchant: findMerchant,
  branch: findBranch,
  dealer: findDealer,
  company: findCompany,
  car_model: findCarModel,
  quantity: findQuantity,
  accused: (reading) => findAccused(reading, 'accused'),
  concerned: (reading) => findAccused(reading, 'concerned'),
};

/**
 * Reads every field of the context from a message; what is found is taken from it, so that each part is read once.
 * The order matters: ids before phones, phones before times, times before rooms and sums.
 */
export function findAll(reading: Reading, context: UnderstandContext): Find[] {
  const finds: Find[] = [];
  const add = (more: Find[]) => {
    for (const find of more) {
      finds.push(find);
      reading.take(...(find.parts ?? [find]));
    }
  };
  const has = (id: string) => context.fields.some((field) => field.id === id);
  const emails = takeEmails(reading);
  add(emailFinds(reading, emails, context.fields));
  add(findIds(reading, context.fields, context.open));
  const phones = phonesIn(reading, isOpen(context, 'phone'));
  add(findName(reading, [...phones, ...emails]).filter(() => has('name')));
  add(phoneFinds(reading, phones, context.fields));
  reading.take(...phones);
  add(findDates(reading, context));
  // Asked for the person, the whole answer describes them.
  const answered = (id: string) => id === context.open && (id === 'accused' || id === 'concerned');
  if (has('room_no')) add(roomAlone(reading, context));
  for (const [id, find] of Object.entries(SIMPLE)) if (has(id) && !answered(id)) add(find(reading));
  if (has('place')) add(placeFinds(reading, finds, context));
  if (has('outcome') && context.filled?.['outcome'] !== undefined && !has('amount')) add(findSum(reading));
  add(amountFinds(reading, context));
  // Few words will do where the intake is under way.
  const underWay = (context.open !== undefined && context.open !== 'content') || context.filled?.outcome !== undefined;
  if (has('outcome')) add(findWish(reading, underWay));
  return finds;
}

const isOpen = (context: UnderstandContext, type: Field['type']): boolean =>
  context.fields.some((field) => field.id === context.open && field.type === type);

/** Addresses and links are read as nothing else. */
function takeEmails(reading: Reading): Span[] {
  const [emails, links] = [EMAIL, LINK].map((pattern) =>
    matchesOf(reading.visible, pattern).map((match) => groupSpan(match, 0)!),
  ) as [Span[], Span[]];
  reading.take(...emails, ...links);
  return emails;
}

function emailFinds(reading: Reading, [first, second]: Span[], fields: Field[]): Find[] {
  const field = fields.find(({ type }) => type === 'email');
  if (!field || !first) return [];
  return [{ ...first, field: field.id, value: reading.plain.slice(first.start, first.end), sure: !second }];
}

/** Of several numbers the customer's own one is meant; two of those are not sure. */
function phoneFinds(reading: Reading, phones: PhoneMention[], fields: Field[]): Find[] {
  const field = fields.find(({ type }) => type === 'phone');
  const own = phones.filter((phone) => !isSomebodyElses(reading.plain, phone));
  const [first, second] = own.length > 0 ? own : phones;
  if (!field || !first) return [];
  const rival = second && digitsOf(second.value) !== digitsOf(first.value) ? second.value : undefined;
  return [{ ...first, field: field.id, sure: own.length > 0 && !rival, other: rival }];
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

const ALONE = /(?<=^|[,，、\s])([1-9]\d{2,3})(?=$|[,，、。.\s])/;

/** A story may end with it: "…没人来，1208". */
const AT_THE_END = /(?<=[\u3400-\u9fff][,，、。\s])([1-9]\d{2,3})(?=[。.!！\s]*$)/;

/** Asked where it was, a number alone is the room; at the end of a Chinese story too. */
function roomAlone({ plain, visible }: Reading, { open, filled }: UnderstandContext): Find[] {
  const told = open === undefined || open === 'content';
  const asked = told || open === 'place' || (open === 'occurred_at' && filled?.place === undefined);
  const found = (told ? AT_THE_END : ALONE).exec(visible);
  if (!asked || !found || filled?.room_no !== undefined || /[年月日号点:]|\b(?:19|20)\d\d\b/.test(plain)) return [];
  const value = found[1]!;
  return [{ start: found.index, end: found.index + value.length, field: 'room_no', value, sure: true }];
}

/** Wanted, not told of. */
const ANOTHER = /^(?:一[个间]|另|别的|[好大新][的点房床]|an?\b|another|new|different|better|quiet)/i;

/** Asked for something else, or for nothing, a clause that only names a place tells where it was. */
function spotAlone(reading: Reading, { open, filled, fields }: UnderstandContext): Find | undefined {
  const asked =
    open === 'outcome' ||
    open === 'name' ||
    (open === 'occurred_at' && !filled?.['place']) ||
    fields.some(({ id, type }) => id === open && type === 'phone');
  if (!asked && !(open === undefined && filled?.['place'] !== undefined)) return undefined;
  const spots = reading.clauses.map((clause) => {
    const whole = trimSpan(reading.visible, clause);
    const said = reading.visible.slice(whole.start, whole.end);
    const lead = /^(?:就|应该|是|在|你们?(?:酒店|家|店里?)?的?|it was |at |in )*/i.exec(said)![0].length;
    const tail = /[啊呀呢哦嘛]*$/.exec(said)![0].length;
    return { start: whole.start + lead, end: whole.end - tail };
  });
  const span = spots.find(({ start, end }) => isPlaceAlone(reading.visible.slice(start, end)));
  const said = span && reading.visible.slice(span.start, span.end);
  // "王海", "Jo Park" end like a place.
  const isName = isFullName(said ?? '', true) || (open === 'name' && soundsLikeName(said ?? ''));
  if (!said || isWishy(said) || isName || ANOTHER.test(said)) return undefined;
  // Where a place is known, only a more exact one is news.
  if (filled?.['place'] !== undefined && !said.includes(plainOf(filled['place']))) return undefined;
  return { ...span, field: 'place', value: reading.original(span), sure: true };
}

/** A named spot; where only the room is told, the room is the place. */
function placeFinds(reading: Reading, finds: Find[], context: UnderstandContext): Find[] {
  const [place] = findPlace(reading);
  if (place) return [place];
  const spot = spotAlone(reading, context);
  if (spot) return [spot];
  const room = finds.find(({ field }) => field === 'room_no') ?? findRoom(reading)[0];
  if (!room) return [];
  const alone = ALONE.test(reading.plain);
  const chinese = /[\u3400-\u9fff]/.test(reading.plain) || (alone && context.language !== 'en');
  const value = roomAsPlace(room.value, chinese);
  // Asked where it was, a room said in passing ("七楼走廊与702房") is not the whole answer; said alone it is.
  const inPassing = context.open === 'place' && !alone && !onlyFacts(reading.visible);
  return inPassing || context.filled?.place ? [] : [{ ...room, field: 'place', value, other: undefined }];
}

function amountFinds(reading: Reading, context: UnderstandContext): Find[] {
  const field = context.fields.find(({ type, id }) => type === 'amount' || id === 'amount');
  if (!field) return [];
  const [first, ...others] = amountsIn(reading, context.region, context.open === field.id);
  if (!first) return [];
  const rival = others.find(({ value }) => value !== first.value)?.value;
  return [{ ...first, field: field.id, sure: !rival, other: rival }];
}
