import { TAKEN, type Find, type Reading, type Span } from './reading.js';

/** Facts that stand for themselves: the clause that only gives one is no part of the story. */
const STRONG = new Set([
  'name',
  'phone',
  'email',
  'order_no',
  'plate_no',
  'vin',
  'member_no',
  'unit_no',
  'outcome',
  'car_model',
  'product_no',
  'batch_no',
]);

export const isStrong = (field: string): boolean => STRONG.has(field);

/** What may stand beside facts in a clause that gives nothing else. */
const BESIDE_FACTS =
  /好的|没错|对的|对了|不不|刚刚|刚才|车主|业主|就行|就好|就是|就|到|店铺|店名|商家|卖家|卖场|公司|分店|我(?:这边|们)?|本人|的|是|叫做?|姓名|名字|称呼|电话(?:号码)?|手机(?:号码?)?|号码?|联系(?:方式|人)?|联络|微信|同号|算了|还是|给你们?|订单(?:编?号码?)?|单号|编号|房间号?|房号|客?房|住在?|入住|车牌(?:号码?)?|车型|会员(?:卡?号)?|金额|日期|时间|地点|地址|邮箱|信箱|在|呃|嗯+|啊|哦|喂|那个|就是|就行|就好|即可|可以|吧|呀|谢谢|抱歉|不好意思|你好|您好|和|跟|还有|另外|以及|请|打给?|栋|号楼|楼|室|左右|大概|编号|批次?|料号|产品|型号|要求|诉求|\b(?:my|name|is|was|the|and|phone|number|no|nr|id|mobile|cell|tel|telephone|order|booking|reservation|reference|room|i'm|i am|it's|it is|this is|actually|really|by the way|here|at|on|in|call me|contact|reach me|you can|email|e-mail|instead|just|only|like|can i|give you|hi|hello|thanks|thank you|sorry|please|about|around|building|unit|member|vin|plate|with|for|to|of)\b|[\s\p{P}\p{S}]/giu;

const saysNothing = (visible: string): boolean => visible.replaceAll(TAKEN, '').replace(BESIDE_FACTS, '') === '';

/** The clauses, or none where none of them says anything beside facts and courtesies. */
export function withSomething(reading: Reading, clauses: Span[]): Span[] {
  return clauses.every(({ start, end }) => saysNothing(reading.visible.slice(start, end))) ? [] : clauses;
}

/** Whether a clause of what is left says nothing but the facts taken from it. */
export function onlyFacts(visible: string): boolean {
  return visible.includes(TAKEN) && saysNothing(visible);
}

/** Words that put right what was said before, and those around them. */
const CORRECTING =
  /不对|不是|应该|其实|(?:说|写|打|搞|记|弄)错了?|刚|等一下|等等|更正|纠正|改一下|刚才|前面|才对|今天|昨天|\b(?:oh|no|not|it|today|yesterday|wait|hold|correction|meant|mean|should|be|have been|rather|instead|sorry|only|just|on|at|the)\b/gi;

/** The clauses that say more than what is put right. */
export function beyondCorrecting(reading: Reading, clauses: Span[]): Span[] {
  return clauses.filter(({ start, end }) => !saysNothing(reading.visible.slice(start, end).replace(CORRECTING, '')));
}

/** The clauses of a message that belong to the story, in order; none when the message gives facts alone. */
export function storyClauses(reading: Reading, finds: Find[], given: Span[]): Span[] {
  const strong = finds.filter(({ field }) => STRONG.has(field)).flatMap((find) => find.parts ?? [find]);
  const { clauses } = reading;
  const covers = (spans: Span[], { start, end }: Span) => spans.some((span) => span.start < end && start < span.end);
  const kept = clauses.filter((clause) => {
    const left = reading.visible.slice(clause.start, clause.end);
    if (covers(given, clause)) return !onlyFacts(masked(left, clause, given));
    return !(covers(strong, clause) && onlyFacts(left));
  });
  const told = kept.length < clauses.length || finds.length > 0;
  return told ? withSomething(reading, kept) : kept;
}

function masked(visible: string, clause: Span, given: Span[]): string {
  let left = visible;
  for (const { start, end } of given) {
    const [from, to] = [Math.max(start, clause.start) - clause.start, Math.min(end, clause.end) - clause.start];
    if (from < to) left = left.slice(0, from) + TAKEN.repeat(to - from) + left.slice(to);
  }
  return left;
}

/** The parts of a clause between facts that stand for themselves. */
export function between(clause: Span, strong: Span[]): Span[] {
  const parts: Span[] = [];
  let { start } = clause;
  for (const span of [...strong].sort((a, b) => a.start - b.start)) {
    if (span.end <= clause.start || span.start >= clause.end) continue;
    if (span.start > start) parts.push({ start, end: span.start });
    start = Math.max(start, span.end);
  }
  if (start < clause.end) parts.push({ start, end: clause.end });
  return parts;
}
