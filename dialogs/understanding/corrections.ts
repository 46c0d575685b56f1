import type { Field } from '../../src/domain/field.js';
import { matchesOf } from '../../src/domain/matches.js';
import { readChoice } from './choices.js';
import { findAll } from './finders.js';
import { anyOf, fieldNamed, labelsOf, type Label } from './labels.js';
import { momentsIn } from './moments.js';
import { Reading, trimSpan, type Span } from './reading.js';
import type { Correction, UnderstandContext } from './understood.js';

/** A correction and the words that ask for it. */
export interface FoundCorrection extends Span {
  correction: Correction;
}

const TO =
  '(?:改成|改为|改到|改作|换成|更正为|更改为|修改为|修改成|变更为|应该是|应该为|应是|应为|其实是|实际是|正确的是)';
const WRONG = '(?:写|打|填|说|弄|记|输|留)?(?:(?<!不)错了?|不对|有误|不是这个|不正确)';
const SORRY = '(?:[,，。.;；!！\\s]|sorry|抱歉|不好意思|请|帮我|麻烦|要|想|再|给我)*';
const EN_WRONG = '(?:is|was|are|were|looks)\\s(?:all\\s)?(?:wrong|incorrect|not right|not correct|mistyped)';
const EN_TO =
  "(?:change (?:it|that|this) to|it should be|it should read|it's|it is|should be|make it|the (?:right|correct) (?:one|number) is|use|correct is|correct:)";
const POLITE = '(?:我想|我要|想要?|要|请|麻烦|帮我|帮忙|需要|可以|能不能|可不可以|把|\\s)*';

/** The patterns of a correction around a field's name; the group `a` is what is said to be wrong. */
const cache = new WeakMap<Field[], RegExp[]>();

function patternsOf(fields: Field[]): RegExp[] {
  let patterns = cache.get(fields);
  if (!patterns) {
    const label = anyOf(labelsOf(fields)).replace('(', '(?<label>');
    patterns = [
      `(?:把|我的)*${label}\\s?(?:并)?不是\\s?(?<a>[^,，。;；!！\\n]{1,24}?)[,，]?\\s?(?:而?是|应该是|应为)\\s?`,
      `(?:我的|那个)*${label}\\s?[是为]\\s?(?<b>[^,，。;；!！\\n]{1,24}?)[,，]?\\s?不是\\s?[^,，。;；!！\\n]{1,24}`,
      `(?:把|我的|那个)*${label}.{0,4}?${WRONG}了?${SORRY}(?:${TO}|改|是)\\s?[:：]?\\s?`,
      `(?:把|我的|那个)*${label}\\s?(?:请|帮我|麻烦|要|想|也|需要|得|再|给我)*${TO}\\s?[:：]?\\s?`,
      `(?:把|我的|那个)*${label}\\s?(?:请|帮我|麻烦|要|想)*改\\s?[:：]?\\s?(?=[\\dA-Za-z+])`,
      `(?:把|我的|那个)*${label}.{0,4}?${WRONG}了?`,
      `${POLITE}(?:改|修改|更改|更正|重填)(?:一下|下)?(?:我的|那个|\\s)*${label}(?:\\s?(?:为|成|到|是|:|：))?\\s?`,
      `\\b(?:please |can you |could you |i want to |i'd like to |i need to |let me )*(?:change|update|correct|edit|amend)\\s(?:the |my |that |this )*${label}(?:\\s(?:from .{1,24}? )?(?:to|into|as|:)\\s|\\s?$|\\s?[:：]\\s?)?`,
      `\\band (?:the |my )?${label} to\\s`,
      `(?:the |my |that )*${label}\\s${EN_WRONG}[.,;!\\s]*(?:sorry)?[.,;!\\s]*(?:please )?(?:${EN_TO}\\s)?`,
      `\\bwrong ${label}[.,;!\\s]*(?:sorry)?[.,;!\\s]*(?:please )?(?:${EN_TO}\\s)?`,
      `(?:the |my |that )*${label}\\s(?:should be|should read|is actually|is now)\\s`,
      `(?:the |my |that )*${label}\\s(?:is not|isn't|was not|wasn't)\\s(?<a>[^,.;!\\n]{1,24}?)[,;]?\\s(?:but|it's|it is|rather)\\s`,
      `(?:the |my |that )*${label}\\s(?:is|was)\\s(?<b>[^,.;!\\n]{1,24}?),?\\snot\\s[^,.;!\\n]{1,24}`,
    ].map((source) => new RegExp(source, 'dgi'));
    cache.set(fields, patterns);
  }
  return patterns;
}

const UNLABELLED: RegExp[] = [
  /不是\s?(?<a>[^,，。;；!！\n]{1,24}?)[,，]?\s?(?:而是|应该是|应为|是)\s?/dgi,
  /\bnot\s(?<a>[^,.;!\n]{1,24}?),?\s(?:but|it's|it is)\s/dgi,
  /是\s?(?<b>[^,，。;；!！\n]{1,24}?)[,，]?\s?不是\s?(?<a>[^,，。;；!！\n]{1,24}?)(?=$|[,，。;；!！\n\s])/dgi,
  /\b(?:it's|it is|it was|should be|make it)\s(?<b>[^,.;!\n]{1,24}?),?\snot\s(?<a>[^,.;!\n]{1,24})/dgi,
  /(?:写错|打错|填错|说错|记错|输错|错了|不对)了?[,，。!！\s]*(?:请|帮我|麻烦)?(?:改成|改为|换成|应该是|应为|是)\s?[:：]?\s?/dgi,
  /\b(?:wrong number|that's wrong|that is wrong|typo|my mistake|i meant)[.,;!:\s]*(?:sorry)?[.,;!\s]*(?:change it to|it should be|it's|it is|should be)?\s?/dgi,
];
const THIRD_PARTY =
  /(?:他们|她们|导游|领队|商家|卖家|前台|你们|酒店|客服|经理|师傅|司机|被|\b(?:they|he|she|guide|hotel|staff|seller|refused|wouldn't)\b)[^,，。;；!！?？\n]*$/i;
/** So many places of one message are looked at. */
const MOST = 24;
const WRONG_NUMBER =
  /^(?:sorry,? |no,? |oh,? )*(?:that's (?:the |a )?)?wrong number\b.{0,40}$|^(?:尾号|最后|后面)(?:几位|四位)?(?:错了|不对|是\d)/i;
/** Longer messages are stories. */
const LONGEST = 400;
/** Behind these words any text is the new value; without them only what reads as one. */
const STATES =
  /(?:改成|改为|改到|改作|换成|更正为|更改为|修改为|修改成|变更为|应该是|应为|应是|其实是|实际是|正确的是|是|为|改|成|到|\b(?:to|into|as|is|it's|be|one|use|read|now|rather|but))\s?[:：]?\s*$|[:：]\s*$/i;
const LEFT_OVER =
  /(?:\b(?:how|do|can|could|i|is|there|a|way|would|like|want|need|you)\b|请|我|想|要|把|的|了|吧|呢|吗|么|可以|能|一下|还有|另外|然后|对了|啊|呀|sorry|oh|and|also|please|the|my|that|to|thanks|抱歉|不好意思|谢谢|[\s,，。.;；!！?？、])/gi;

/** The changes that a message asks for, in the order of the text. */
export function findCorrections(reading: Reading, context: UnderstandContext): FoundCorrection[] {
  if (
    reading.text.length > LONGEST ||
    !/改|错|不对|不是|有误|应该|应为|其实是|换成|更正|chang|wrong|incorrect|correct|should|updat|edit|amend|fix|\bnot\b|n't|mistake|typo|meant|actually|is now/i.test(
      reading.plain,
    )
  )
    return [];
  const labels = labelsOf(context.fields);
  let tries = 0;
  const found: FoundCorrection[] = [];
  const overlaps = (span: Span) => found.some((other) => span.start < other.end && other.start < span.end);
  for (const pattern of patternsOf(context.fields)) {
    for (const match of matchesOf(reading.visible, pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const fields = fieldsOf(match.groups!.label!, labels, context);
      if (
        overlaps(span) ||
        (tries += 1) > MOST ||
        THIRD_PARTY.test(reading.plain.slice(Math.max(0, span.start - 30), span.start))
      )
        continue;
      const one = corrected(reading, span, fields, context, match);
      if (one && !overlaps(one)) found.push(one);
    }
  }
  for (const pattern of UNLABELLED) {
    for (const match of matchesOf(reading.visible, pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const fields = meant(match.groups?.a, context);
      if (overlaps(span) || (tries += 1) > MOST) continue;
      const one = corrected(reading, span, fields, context, match);
      if (one?.correction.value !== undefined && !overlaps(one)) found.push(one);
    }
  }
  const phone = context.fields.find(({ type }) => type === 'phone')?.id;
  const known = phone !== undefined && context.filled?.[phone] !== undefined;
  // "Wrong number, it's 2672 at the end": the whole of it is asked for.
  if (
    known &&
    found.length === 0 &&
    WRONG_NUMBER.test(reading.plain) &&
    !/\d{7}/.test(reading.plain.replace(/[\s()-]/g, ''))
  ) {
    const all = trimSpan(reading.text, { start: 0, end: reading.text.length });
    found.push({ ...all, correction: { field: phone, from: reading.original(all) } });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The field that a name means first; others of that name after it ("店名" may be merchant or branch). */
function fieldsOf(name: string, labels: Label[], context: UnderstandContext): Field[] {
  const field = fieldNamed(name, labels, [context.open, ...Object.keys(context.filled ?? {})]);
  return field ? [field] : [];
}

/** Fields that a correction without a name may be about: those that hold the wrong value, else the phone. */
function meant(wrong: string | undefined, context: UnderstandContext): Field[] {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (wrong === undefined) return context.fields.filter(({ type }) => type === 'phone');
  const dated = context.filled?.['occurred_at'] !== undefined;
  if (dated && momentsIn(new Reading(wrong), context.now, context.zone, true).length > 0)
    return context.fields.filter(({ id }) => id === 'occurred_at');
  const holding = context.fields.filter(
    ({ id }) =>
      context.filled?.[id] !== undefined && bare(wrong) !== '' && bare(context.filled[id]).includes(bare(wrong)),
  );
  // What stands in a field of its own is meant there, before one that it is a part of, and not in the story.
  const isAll = ({ id }: Field) => bare(context.filled![id]!) === bare(wrong);
  const rank = (field: Field) => (field.id === 'content' ? 3 : SENTENCES.includes(field.id) ? 2 : isAll(field) ? 0 : 1);
  return holding.sort((a, b) => rank(a) - rank(b));
}

function corrected(
  reading: Reading,
  span: Span,
  [field]: Field[],
  context: UnderstandContext,
  match: RegExpMatchArray,
): FoundCorrection | undefined {
  if (!field) return undefined;
  const stated = match.indices?.groups?.b;
  const tail = stated ? { start: stated[0], end: stated[1] } : tailFrom(reading, span.end);
  const value = readValue(reading, tail, field, context, stated !== undefined || STATES.test(match[0]));
  if (value) {
    const whole = { start: span.start, end: Math.max(span.end, value.end) };
    const { value: said, vague } = value;
    const text = withinLonger(field, context, match.groups?.a, said);
    return {
      ...whole,
      correction: { field: field.id, value: text, ...(vague && { vague }), from: reading.original(whole) },
    };
  }
  if (!isWhole(reading, span)) return undefined;
  const whole = trimSpan(reading.text, span);
  return { ...whole, correction: { field: field.id, from: reading.original(whole) } };
}

/** What is answered in sentences. */
const SENTENCES = ['outcome', 'content', 'accused', 'concerned'];

/** Only what is wrong of a longer answer is replaced: "不是2000，是3000" leaves the rest of the wish. */
function withinLonger({ id }: Field, { filled }: UnderstandContext, wrong: string | undefined, said: string): string {
  const before = filled?.[id] ?? '';
  const part = wrong?.trim() ?? '';
  return SENTENCES.includes(id) && part !== '' && before.includes(part) ? before.replace(part, () => said) : said;
}

/** What follows, as far as it may be the new value. */
function tailFrom(reading: Reading, start: number): Span {
  const tail = reading.visible.slice(start);
  const end =
    /[。；;！!\n]|[,，、]?\s?(?:还有|另外|以及|然后)|,? and (?:the|my|change)\b/.exec(tail)?.index ?? tail.length;
  return { start, end: start + Math.min(end, 200) };
}

/** Ids: a new value of theirs has a digit. */
const IDS = new Set(['order_no', 'room_no', 'unit_no', 'plate_no', 'vin', 'member_no', 'product_no', 'batch_no']);

/** Nothing but one id, which needs no word before it: "改一下房号，1505". */
const ALONE = /^[\s,，:：]*(?=\S*\d)[A-Za-z0-9-]{2,20}[\s。.!！]*$/;
const trimmedTo = (text: string) => ({ value: text.replace(/^[\s,，:：]+|[\s。.!！]+$/g, '') });

/** Thanks and excuses behind a value. */
const ENDING =
  /(?:[,，\s]+(?:是|刚才|刚|我)*(?:搞|记|說|说|弄|写|寫|打|輸|输|記)[混错錯反](?:了|啦)?|[,，\s]+(?:抱歉|不好意思|sorry|my (?:bad|mistake))|吧|了|谢谢|哦|，谢谢|please|thanks|thank you)+[\s.。]*$/i;

function readValue(
  reading: Reading,
  tail: Span,
  field: Field,
  context: UnderstandContext,
  stated: boolean,
): { value: string; vague?: boolean; end: number } | undefined {
  const text = reading.original(tail);
  if (!text.trim()) return undefined;
  const inner = new Reading(text);
  const [find] = findAll(inner, { ...context, fields: [field], open: field.id }).filter(
    (one) => one.field === field.id,
  );
  if (find && field.id !== 'outcome') return { value: find.value, vague: find.vague, end: tail.start + find.end };
  if (field.type === 'choice') return choiceIn(text, field, tail);
  if (IDS.has(field.id) && ALONE.test(inner.plain)) return { ...trimmedTo(text), end: tail.end };
  if (field.type !== 'text' || !stated) return undefined;
  if (IDS.has(field.id) && !/^\s*(?=\S*\d)[A-Za-z0-9]/.test(inner.plain)) return undefined;
  const short =
    field.id === 'outcome' || field.id === 'content'
      ? inner.plain.length
      : (/[,，]/.exec(inner.plain)?.index ?? inner.plain.length);
  const span = trimSpan(text, { start: 0, end: short });
  const ending = ENDING.exec(text.slice(span.start, span.end));
  const end = ending ? span.start + ending.index : span.end;
  const value = text.slice(span.start, end).trim();
  if (field.id === 'name' && /[的是]/.test(value)) return undefined;
  return value ? { value, end: tail.start + end } : undefined;
}

function choiceIn(text: string, field: Field, tail: Span): { value: string; end: number } | undefined {
  const answer = readChoice(text, field);
  return 'invalid' in answer ? undefined : { value: answer.value, end: tail.end };
}

/** Whether the words are all there is of their clause, politeness aside. */
function isWhole(reading: Reading, { start, end }: Span): boolean {
  const before = /[^,，。;；!！?？\n.]*$/.exec(reading.plain.slice(0, start))![0];
  const behind = /^[^,，。;；!！?？\n.]*/.exec(reading.plain.slice(end))![0];
  return (before + behind).replace(LEFT_OVER, '') === '';
}
