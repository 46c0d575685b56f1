import type { Field } from '../../src/domain/field.js';
import { wholly } from './ids.js';
import { insults } from './insults.js';
import { isFullName, isNoName } from './name-words.js';
import { soundsLikeName } from './names.js';
import { endsAsPlace, isNoPlace, isPlaceAlone } from './place-words.js';
import { plainOf, Reading, trimSpan, type Find, type Span } from './reading.js';
import { roomNumber } from './place-ids.js';
import { isQuestion } from './signs.js';
import { findWish, isOnlyWish, isSurelyWishy, mayBeWish } from './wishes.js';
import { between, isStrong, onlyFacts } from './story-clauses.js';

/** The words that answer the open question, and the spans that they take from the message. */
export interface OpenAnswer {
  find: Find;
  used: Span[];
}

/** Answered by a word or two; everything else is answered in sentences. */
const SHORT = new Set([
  'name',
  'place',
  'branch',
  'dealer',
  'merchant',
  'company',
  'car_model',
  'model',
  'order_no',
  'room_no',
  'unit_no',
  'plate_no',
  'vin',
  'member_no',
  'product_no',
  'batch_no',
]);
const LEAD =
  /^(?:(?:就|应该|好像|大概)+(?:是|在|叫)?|(?:是|在|叫)|我们?在|(?:我的|我们的)?(?:房号|房间号?|单号|订单号?|车牌号?|车型|型号|公司|店名)(?:是|为|:|：)?|(?:it's|it is|it was|in|at|number|no\.)(?![A-Za-z]))\s*/i;
const NAME_LEAD = /^(?:i am|i'm|this is|my name is|my name's|call me|我叫做?|我是|叫我|名字[是叫]|名叫)\s*/i;
const TAIL = /(?:这里|这儿|那里|那边|这边|附近)?(?:呢|啊|呀|(?<![酒堂水啡清茶])吧|哦|的)?$/;
/** A number too short for one that reaches somebody, behind a name. */
const NUMBER_BEHIND = /[\s,，]+\+?\d[\d\s-]{5,}$/;
const GREETS =
  /^(?:你好|您好|hi|hello|hey|喂|嗯+|好的?|ok|再见|拜拜|bye|goodbye|谢谢|thanks?|thank you|sorry|抱歉|不好意思)[\s,，。.!！]*$/i;
/** Reads what other facts left of a message as the answer to a question for text. */
export function openAnswer(field: Field, reading: Reading, finds: Find[], clauses: Span[]): OpenAnswer | undefined {
  const strong = finds.filter(({ field: id }) => isStrong(id)).flatMap((find) => find.parts ?? [find]);
  const told = clauses.filter(
    ({ start, end }) => !onlyFacts(reading.visible.slice(start, end)) || finds.some(({ field: id }) => !isStrong(id)),
  );
  return SHORT.has(field.id)
    ? shortAnswer(field, reading, told, strong)
    : longAnswer(field, reading, finds, told, strong);
}

/** "高雄 陈小姐": the name is the one with a title. */
const TITLED = /^[\u3400-\u9fff]{1,4}(?:先生|女士|小姐|太太)$/;

/** As lists have it: "Becker, Tom". */
const LAST_FIRST = /^[A-Z][\w'’-]+, [A-Z][\w'’-]+\.?$/;

function shortAnswer(field: Field, reading: Reading, clauses: Span[], strong: Span[]): OpenAnswer | undefined {
  const all = trimSpan(reading.text, { start: 0, end: reading.text.length });
  if (field.id === 'name' && LAST_FIRST.test(reading.plain.slice(all.start, all.end)) && !isNoName(reading.plain))
    return { find: { ...all, field: field.id, value: reading.original(all), sure: true }, used: [all] };
  const pieces = clauses.flatMap((clause) => between(clause, strong)).map((piece) => trimmed(reading, piece, field));
  const story = isStory(pieces, reading);
  const fitting = pieces.filter(
    (piece) =>
      !(story && isPassing(field, reading.plain.slice(piece.start, piece.end))) &&
      piece.end > piece.start &&
      isAside(reading, piece) === false &&
      valueOf(field, reading, piece) !== undefined,
  );
  const chosen =
    (field.id === 'place' && fitting.find((piece) => endsAsPlace(reading.plain.slice(piece.start, piece.end)))) ||
    (field.id === 'name' && fitting.find((piece) => TITLED.test(reading.plain.slice(piece.start, piece.end)))) ||
    fitting[0];
  if (!chosen) return undefined;
  // "we were four people, two kids": the words behind a sentence are no name, unless they look like one.
  const leads = chosen.start <= pieces[0]!.start || isAside(reading, pieces[0]!);
  if (field.id === 'name' && !leads && !soundsLikeName(reading.plain.slice(chosen.start, chosen.end))) return undefined;
  const value = valueOf(field, reading, chosen)!;
  return { find: { ...chosen, field: field.id, value, sure: true }, used: [chosen] };
}

/** More clauses tell a story sooner. */
const FEW_CLAUSES = 2;

/** So many characters tell a story, and answer no question for a word or two. */
const STORY = { han: 36, latin: 110 };

function isStory(pieces: Span[], { plain }: Reading): boolean {
  const length = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  const allowed = pieces.length > FEW_CLAUSES ? 0.5 : 1;
  return length > allowed * (/[\u3400-\u9fff]/.test(plain) ? STORY.han : STORY.latin);
}

/** Words of a story that only happen to be short: no name, no place by themselves. */
function isPassing({ id }: Field, plain: string): boolean {
  if (id === 'name') return !isFullName(plain);
  return id === 'place' && !isPlaceAlone(plain);
}

function isAside(reading: Reading, { start, end }: Span): boolean {
  const plain = reading.plain.slice(start, end);
  return GREETS.test(plain) || insults(plain) || isQuestion(reading.plain.slice(start, end + 1));
}

/** A piece without "it is" before and "here" behind it. */
function trimmed(reading: Reading, piece: Span, { id }: Field): Span {
  const span = trimSpan(reading.text, piece);
  const plain = reading.plain.slice(span.start, span.end);
  const lead = ((id === 'name' && NAME_LEAD.exec(plain)) || LEAD.exec(plain))?.[0].length ?? 0;
  const tail = ((id === 'name' && NUMBER_BEHIND.exec(plain)) || TAIL.exec(plain.slice(lead)))?.[0].length ?? 0;
  return lead + tail < plain.length ? trimSpan(reading.text, { start: span.start + lead, end: span.end - tail }) : span;
}

/** What a piece means for a field; undefined where it cannot be a value of it. */
function valueOf(field: Field, reading: Reading, span: Span): string | undefined {
  const plain = reading.plain.slice(span.start, span.end);
  const words = plain.split(/\s+/).length;
  const whole = wholly(field);
  if (whole && field.id !== 'room_no') return whole.test(plain) ? plain : undefined;
  switch (field.id) {
    case 'name':
      return !isNoName(plain) && plain.length <= 40 && words <= 5 ? reading.original(span) : undefined;
    case 'place':
      return !isNoPlace(plain) && !isFullName(plain) && plain.length <= 60 && words <= 10
        ? reading.original(span)
        : undefined;
    case 'room_no':
      return /^[A-Za-z]?\d{2,5}[A-Za-z]?$|^[零〇一二三四五六七八九幺两洞]{3,5}$/.test(plain)
        ? roomNumber(plain)
        : undefined;
    case 'order_no':
    case 'member_no':
    case 'product_no':
    case 'batch_no':
    case 'unit_no':
    case 'plate_no':
      return /\d/.test(plain) && plain.length <= 40 && !/[\u3400-\u9fff]{7}/.test(plain) && words <= 4
        ? field.id === 'unit_no'
          ? reading.original(span)
          : plain
        : undefined;
    case 'vin':
      return undefined;
    case 'model':
      return plain.length <= 40 && words <= 5 ? reading.original(span) : undefined;
    default:
      return plain.length <= 60 && words <= 10 ? reading.original(span) : undefined;
  }
}

/** Sounds before an answer that is spoken. */
const FILLER = /^(?:嗯+|呃|额|那个|就是(?!说明)|哦|对了(?=[,，\s])|um+|uh+|oh(?=[,\s])|well|by the way|,|，|\s)+/i;

/** Words that only point at somebody. */
const POINTS_AT = /^(?:(?:he|she|they) said|那[位个]|就|是|当时|好像|应该|的|the|a|it was|was|by|\s)*$/i;

/** A wish describes nobody. */
const PERSONS = new Set(['accused', 'concerned']);

/** A time or a place and nothing else: no wish. */
const WHEN =
  /^(?:大概|大约|大約|应该|應該|差不多|是|在|就)*(?:[昨今前]天|当天|當天)?(?:早上|上午|中午|下午|晚上|凌晨|夜里)?[\d一二三四五六七八九十两兩]{1,3}(?:点|點|:\d\d|时|時)(?:半|钟|鐘|多|左右|\d{1,2}分)*$|^(?:at |around |about )*\d{1,2}(?::\d\d)? ?(?:am|pm|o'clock)$/i;
const WHERE = /^(?:就|是|应该|應該|大概)*在|^(?:it was )?(?:in|at) /i;

export const isOnlyWhenOrWhere = (plain: string): boolean =>
  plain
    .split(/[,，。;；]|(?<=[\u3400-\u9fff])\s/)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .every((piece) => WHEN.test(piece) || (WHERE.test(piece) && isPlaceAlone(piece)));

function longAnswer(
  field: Field,
  reading: Reading,
  finds: Find[],
  clauses: Span[],
  strong: Span[],
): OpenAnswer | undefined {
  const free = clauses.filter(
    (clause) =>
      !strong.some((span) => span.start < clause.end && clause.start < span.end) || leftOf(clause, strong, reading),
  );
  // Who describes somebody has not wished.
  const persons = field.id === 'outcome' ? finds.filter(({ field: id }) => PERSONS.has(id)) : [];
  const described = (clause: Span) =>
    persons.some((one) => one.start < clause.end && clause.start < one.end) &&
    between(clause, persons).every(({ start, end }) => POINTS_AT.test(reading.plain.slice(start, end)));
  const told = free
    .filter((clause) => !described(clause))
    .filter(({ start, end }) => !GREETS.test(reading.plain.slice(start, end).trim()));
  const asked = (clause: Span) => isQuestion(reading.plain.slice(clause.start, clause.end + 1));
  // A wish may be put as a question; no other answer is one.
  const plainly = told.filter((clause) => !asked(clause));
  const used = field.id === 'outcome' ? told : plainly;
  if (used.length === 0) return undefined;
  const from = used[0]!.start + (FILLER.exec(reading.plain.slice(used[0]!.start))?.[0].length ?? 0);
  const span = trimSpan(reading.text, { start: from, end: used.at(-1)!.end });
  if (PERSONS.has(field.id) && isOnlyWish(reading.text)) return undefined;
  if (field.id === 'outcome' && !mayBeWish(reading.plain)) return undefined;
  if (field.id === 'outcome' && used.length > MOST_WISHES && isStory(used, reading)) return wishWithin(reading);
  if (persons.length > 0 && !used.some(({ start, end }) => isSurelyWishy(reading.plain.slice(start, end))))
    return undefined;
  if (span.end <= span.start) return undefined;
  if (
    field.id === 'outcome' &&
    /(?:电话|手机|号码|微信)(?:号码?)?(?:是|为|:)?\s*$/.test(
      reading.plain.slice(span.start, strong.find((fact) => fact.start > span.start)?.start ?? span.end),
    )
  )
    return undefined;
  const inside = strong.some((fact) => span.start < fact.end && fact.start < span.end);
  const value = inside ? used.map((clause) => wordsLeft(clause, strong, reading)).join('，') : reading.original(span);
  return { find: { ...span, field: field.id, value, sure: true }, used };
}

/** As many clauses as a wish may have. */
const MOST_WISHES = 3;

/** Whether a whole text tells a story and wishes nothing: no answer to what is wished. */
export function isOnlyStory(reading: Reading): boolean {
  const clauses = [...reading.clauses];
  return clauses.length > MOST_WISHES && isStory(clauses, reading) && !wishWithin(reading);
}

/** Asked for the wish, they tell a story: only what is wished in it is the answer. */
function wishWithin(reading: Reading): OpenAnswer | undefined {
  const [find] = findWish(new Reading(reading.text), true);
  return find && { find, used: [find] };
}

const wordsLeft = (clause: Span, strong: Span[], reading: Reading): string =>
  between(clause, strong)
    .map((piece) => reading.original(trimSpan(reading.text, piece)))
    .filter((words) => words && !onlyFacts(`\ue000${plainOf(words)}`))
    .join(' ');

const leftOf = (clause: Span, strong: Span[], reading: Reading): boolean => wordsLeft(clause, strong, reading) !== '';

const PARTNERS: Record<string, string> = {
  occurred_at: 'place',
  order_no: 'amount',
  plate_no: 'car_model',
  car_model: 'plate_no',
  product_no: 'batch_no',
  name: 'phone',
  phone: 'name',
};

/** The field that is asked in one breath with another ("date + place"), by what is left of the message. */
export function partnerAnswer(
  open: string,
  fields: Field[],
  reading: Reading,
  finds: Find[],
  clauses: Span[],
): OpenAnswer | undefined {
  const partner = fields.find(({ id }) => id === PARTNERS[open]);
  if (!partner || finds.some(({ field }) => field === partner.id) || !finds.some(({ field }) => field === open))
    return undefined;
  const strong = finds.flatMap((find) => find.parts ?? [find]);
  const answer = shortAnswer(partner, reading, clauses, strong);
  if (!answer || (partner.id === 'name' && !soundsLikeName(plainOf(answer.find.value)))) return undefined;
  const plain = plainOf(answer.find.value);
  if (partner.id === 'place') return endsAsPlace(plain) ? answer : undefined;
  const fits: Record<string, RegExp> = {
    amount: /^[¥￥$]?\s?\d[\d,]*(?:\.\d{1,2})?$/,
    batch_no: /^[A-Za-z0-9][\w./-]{2,29}$/,
    car_model: /^[\u3400-\u9fffA-Za-z0-9.\s-]{2,20}$/,
    name: /^/,
  };
  return fits[partner.id]?.test(plain) ? answer : undefined;
}
