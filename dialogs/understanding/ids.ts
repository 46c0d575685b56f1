import { readCaseNumber } from '../../src/domain/case-number.js';
import type { Field } from '../../src/domain/field.js';
import { matchesOf } from '../../src/domain/matches.js';
import { groupSpan, type Find, type Reading, type Span } from './reading.js';

/** What stands before an id, by field. */
const CUES: Record<string, string> = {
  order_no:
    '(?<!快递|物流|运)(?:订单(?:编号|号码|号)?|订购单号?|单号|预订号|预定号|订位代号)|\\b(?:order|booking|reservation|confirmation)(?:\\s(?:number|no\\.?|nr\\.?|id|code|ref(?:erence)?))?',
  member_no: '会员(?:编号|卡号|号码|号)|\\bmember(?:ship)?\\s?(?:number|no\\.?|id|card)',
  product_no:
    '(?:产品|商品)?(?:料号|品号|产品型号|产品编号|产品号|型号)|\\b(?:product|part|item)\\s?(?:number|no\\.?|code)|\\bp/n',
  batch_no: '批次?号|批次|\\b(?:batch|lot)(?:\\s(?:number|no\\.?))?',
  model: '型号|机型|\\bmodel(?:\\s(?:number|no\\.?))?',
  vin: '车架号码?|车身号码|\\bvin(?:\\s(?:number|no\\.?))?|\\bchassis(?:\\s(?:number|no\\.?))?',
  plate_no:
    '车牌(?:号码|号)?|\\b(?:licen[cs]e|number)?\\s?plate(?:\\s(?:number|no\\.?))?|\\bregistration(?:\\s(?:number|no\\.?))?',
};
const LINK = '\\s?(?:号码?)?\\s?(?:是|为|:|#|=|is|was|\\s)*\\s?';
const TOKEN = '([A-Za-z0-9](?:[A-Za-z0-9]|[-./](?=[A-Za-z0-9])){2,29})(?![A-Za-z0-9])';
const CASE_NUMBER = /(?<![\dA-Za-z-])\d{3}-\d{4}-\d(?![\dA-Za-z-])/d;

const cueOf = new Map(Object.entries(CUES).map(([id, cue]) => [id, new RegExp(`(?:${cue})${LINK}${TOKEN}`, 'dgi')]));

/** The fields whose ids are found by what stands before them or by their own form. */
export function findIds(reading: Reading, fields: Field[], open: string | undefined): Find[] {
  const finds: Find[] = [];
  const taken: Span[] = [];
  const add = (field: string, span: Span) => {
    if (taken.some((other) => span.start < other.end && other.start < span.end)) return;
    taken.push(span);
    finds.push({ ...span, field, value: reading.plain.slice(span.start, span.end), sure: true });
  };
  for (const field of fields) cued(reading, field).forEach((span) => add(field.id, span));
  for (const field of fields) ownForm(reading, field, open === field.id).forEach((span) => add(field.id, span));
  return fields.flatMap(({ id }) => oneOf(finds.filter(({ field }) => field === id)));
}

/** Of several ids for one field the first; two that differ are not sure. */
function oneOf([first, ...others]: Find[]): Find[] {
  if (!first) return [];
  const parts = [first, ...others].map(({ start, end }) => ({ start, end }));
  const other = others.find(({ value }) => value.toLowerCase() !== first.value.toLowerCase())?.value;
  return [{ ...first, sure: other === undefined, other, parts }];
}

/**
 * The number of a filed case (306-2817-5) that the text names. Typed without dashes it is one only where nothing is asked
 * and little more is said: an order may have as many digits.
 */
export function caseNumberIn({ visible }: Reading, open?: string): (Span & { number: string }) | undefined {
  const match = CASE_NUMBER.exec(visible);
  if (match) return { ...groupSpan(match, 0)!, number: match[0] };
  const typed = open === undefined || open === 'content' ? UNDASHED.exec(visible) : null;
  const number = typed && readCaseNumber(typed[0]);
  const others = typed && visible.replace(typed[0], '').replace(ABOUT_NUMBER, '');
  return number && others === '' ? { ...groupSpan(typed!, 0)!, number } : undefined;
}

const UNDASHED = /(?<![\dA-Za-z])\d{3}[\s-]?\d{4}[\s-]?\d(?![\dA-Za-z])|(?<!\d)\d{4}[\s-]\d{4}(?!\d)/d;
const ABOUT_NUMBER =
  /编号|案件|投诉|进度|查(?:一?下)?|我的|这个|的|怎么样了?|case|number|no\.?|status|my|[\s#:：,，。.?？]/gi;

function cued(reading: Reading, field: Field): Span[] {
  const cue = cueOf.get(field.id);
  if (!cue) return [];
  const matches = matchesOf(reading.visible, cue).filter((match) => isId(match[1]!, field));
  return matches.map((match) => groupSpan(match, 1)!);
}

const ID_DIGITS: Record<string, number> = { order_no: 4, member_no: 4 };

function isId(token: string, field: Field): boolean {
  const digits = token.replace(/\D/g, '').length;
  if (wholly(field)?.test(token)) return true;
  if (field.id === 'vin') return VIN.test(token);
  if (field.id === 'plate_no') return digits >= 2 && token.length <= 10;
  return digits >= (ID_DIGITS[field.id] ?? 1);
}

const VIN = /(?<![A-Za-z0-9])(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9])/i;
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领]\s?[A-Za-z][\s·.-]?(?:[A-Za-z0-9]{6}|[A-Za-z0-9]{5}|[A-Za-z0-9]{4}[挂学警港澳])(?![A-Za-z0-9])/dg;
const TAIWAN_PLATE = /(?<![A-Za-z0-9-])(?:[A-Z]{2,3}-\d{4}|\d{4}-[A-Z]{2})(?![A-Za-z0-9-])/dgi;
const PATTERNED = new Set(['order_no', 'member_no', 'product_no', 'batch_no', 'model']);

function ownForm(reading: Reading, field: Field, open: boolean): Span[] {
  const all = (pattern: RegExp) => matchesOf(reading.visible, pattern).map((match) => groupSpan(match, 0)!);
  if (field.id === 'vin') return all(new RegExp(VIN, 'dgi'));
  if (field.id === 'plate_no') {
    const chinese = all(PLATE);
    return chinese.length > 0 ? chinese : all(TAIWAN_PLATE);
  }
  const telling = PATTERNED.has(field.id) || !SPECIAL.has(field.id);
  if (!field.pattern || field.type !== 'text' || !telling) return [];
  return all(anywhere(field.pattern)).filter((span) => {
    const value = reading.plain.slice(span.start, span.end);
    const distinct = /\d/.test(value) && (value.length >= 8 || (value.length >= 5 && /[A-Za-z]/.test(value)));
    return open || (distinct && !looksLikePhone(value));
  });
}

/** Read elsewhere, by their own words. */
const SPECIAL = new Set([
  'room_no',
  'unit_no',
  'place',
  'name',
  'phone',
  'email',
  'amount',
  'quantity',
  'outcome',
  'content',
  'accused',
  'concerned',
  'company',
  'merchant',
  'branch',
  'dealer',
  'car_model',
  'preferred_time',
  'purchased_on',
  'occurred_at',
]);

const looksLikePhone = (value: string): boolean =>
  /^(?:\+?86)?1[3-9]\d{9}$|^09\d{8}$/.test(value.replace(/[\s-]/g, ''));

const compiled = new Map<string, RegExp>();

/** A playbook's pattern, for use inside a text. */
function anywhere(pattern: string): RegExp {
  return remembered(
    `find ${pattern}`,
    () => new RegExp(`(?<![A-Za-z0-9])(?:${pattern.replace(/^\^|\$$/g, '')})(?![A-Za-z0-9])`, 'dgi'),
  );
}

/** A playbook's pattern, for a whole value. */
export function wholly({ pattern }: Field): RegExp | undefined {
  return pattern === undefined
    ? undefined
    : remembered(`whole ${pattern}`, () => new RegExp(`^(?:${pattern.replace(/^\^|\$$/g, '')})$`, 'i'));
}

function remembered(key: string, make: () => RegExp): RegExp {
  let pattern = compiled.get(key);
  if (!pattern) compiled.set(key, (pattern = make()));
  return pattern;
}
