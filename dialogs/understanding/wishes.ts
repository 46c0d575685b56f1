import { matchesOf } from '../../src/domain/matches.js';
import { Reading, TAKEN, trimSpan, type Find, type Span } from './reading.js';

const DO =
  '(?:退|换|赔|补|道歉|致歉|认错|说明|解释|交代|维修|修好|重修|返工|免|减|折|报销|还我|还给|给我个?说法|处理掉|开除|补偿|补发|重发|重做|负责|承担|调换|更换|升级|改签|取消订单|送回|加(?:个|一(?![句点條条下])))';
const CHINESE: RegExp[] = [
  new RegExp(
    `^(?:我|我们|本人|另外|所以|现在|请|那|就|只|只是|还|也|强烈|最后|,|\\s)*(?:要求|希望|想要|诉求是?|请求|麻烦(?:你们|您)?|请(?:你们|贵司|您|务必)?|我要|我想|必须|得|至少|应该|应当)(?!投诉|反映|客诉|反应|进行投诉|人工|转|找|问|说|知道).{0,20}${DO}`,
  ),
  /^(?:我|我们|本人|就|只|也|还)?要(?!不|么|是|死|命|求|想|等|到|去|我|收|加|交|付|买|排).{0,8}(?:公开|当面|书面|正式)?(?:道歉|赔偿|赔礼|赔钱|退款|退钱|退费|退房费|退团费|退押金|解释清楚|个?说法|个?交代)/,
  /^(?:赶紧|马上|立刻|快点?|必须|只想|就想|只要|就要)?(?:退钱|退款|赔钱|还钱|道歉|换房|换车)(?:吧|即可|就行)?$/,
  /退一赔[一二三四五十]|假一赔[一二三四五十]|假一罚[一二三四五十]/,
  /^(?:.{0,10}就)(?:退(?:车|货|款|钱|房|团|费)|换(?:车|货|房|人)|赔钱)/,
  /^(?:给我|帮我|把.{1,12}|全额|马上|立刻|赶紧)(?:全额)?(?:退(?:[\u3400-\u9fff]{0,4}(?:费|款|钱|票|金|价)|钱|款|费|货|了|还|给)|换(?:货|房|一|个)|赔|道歉)/,
  /^(?:我(?:的)?|本人)?(?:只|就|也)?希望(?!大家|朋友|以后|下次|像|不要).{0,16}(?:给我|帮我|解决|处理(?!得)|答复|改成|安排)/,
];
const WISHFUL = new RegExp(`^(?:并|还|也|同时|再|然后|而且|跟|让|把|给|由|请|以及|和|.{0,4})(?:且|要|请)?.{0,10}${DO}`);
const THWARTED =
  /被拒|拒绝|不肯|不给(?:退|换)|不让|不退|没退|不同意|不理|不答应|不予|推脱|拖着|本来|原本|原先|当初|曾经|之前要求|建议|投诉|能不能|可不可以|是不是/;
const ENGLISH: RegExp[] = [
  /^(?:so[,:]? |ok(?:ay)?,? |well,? |and |please,? |all |now |but )*(?:i|we)(?: just| only| simply| really| now)?(?:'d| would| want| need| expect| demand| request| insist| am asking| are asking| ask)\b(?!.*\b(?:complain|talk to|speak to|speak with|talk with|know|report|ask about|tell)\b).{0,60}\b(?:refund|my money|money back|back|replac\w*|apolog\w*|compensat\w*|explanation|explain\w*|exchange (?:it|this|that|the|for)|repair\w*|fix\w*|credit|voucher|discount|reimburse\w*|cancel\w*|new (?:one|room|lid)|clean\w*|different|another|free|upgrade|fired|sacked|dismissed|punished|disciplin\w*|trained|banned|removed)\b/i,
  /^(?:so |and |just |then )*(?:please|kindly|can you|could you)\b.{0,30}\b(?:refund|replace|apologi[sz]e|compensate|exchange|repair|fix|send (?:me )?(?:a|another)|give (?:me|us))\b/i,
  /^(?:so |and |just )*(?:give me|return) (?:my|our|the) money/i,
  /^(?:a |my |the |full |partial |written )*(?:refund|compensation|apology|replacement|explanation|discount|upgrade)(?: of [^,.]{1,30})?,? (?:please|needed|required|wanted)$/i,
  /^(?:my )?(?:wish|request|demand)(?: is|:)/i,
];
const ENGLISH_THWARTED =
  /\b(?:refused|denied|wouldn't|didn't|won't|wanted|had asked|asked for|don't want|do not want)\b/i;

/** A wish in few words, given while something else is asked: "退钱", "换房，…", "an apology and one night refunded". */
const BARE: RegExp[] = [
  /^(?:我|先|然后|再|最好|起码|就|只|也|还|都|要|想要?|请|必须|至少|尽快|马上|立刻|赶紧|赶快|全额|全部|给我|帮我|让[他她]|叫[他她]|[他她])*(?:退(?:钱|款|费|货|房费|[\u3400-\u9fff]{1,3}[费款票]|押金|差价|还|给我|我|一|两|全|半|\d|当天|当晚|昨)|换(?:房|货|人|车|一|个|间)|赔(?:偿|钱|款|我|礼|一|个|[\u3400-\u9fff]{1,3}[钱费款])|补偿|补(?:我|一|差)|道(?:个)?歉|致歉|赔礼|说明原因|解释(?:清楚|原因|一下)|(?:给|要)(?:我|我们)?(?:个|一个)(?:说法|交代|解释|答复|道歉)|免(?:单|费|了)|打折|减免|开除|处罚|维修|修好|重修|补发|重发|改签)(?!.{0,4}的(?:人|那|这|时候|前台|导游|客服|服务员|事))/,
  /^(?!.*[没不未]).{1,8}(?:退|还|补|赔)(?:还|给|回)?(?:给)?(?:我|我们)(?:吧|就行|就好)?$/,
  /^(?:i want |i'd like |just |only |maybe |please |we want )*(?:an?|my|our|the|full|partial|some|at least|one) ?(?:full |partial |written |formal |proper |sincere |public )*(?:apology|refund|compensation|discount|explanation|replacement|upgrade|voucher|money back|new room|different room|night refunded)\b/i,
  /^(?:just |please |only )*(?:fix|repair|replace|clean|change|move|upgrade)(?: it| this| that| us| me| the [\w ]{1,30}| my [\w ]{1,30})?(?: please| now| asap| properly| tonight| today| immediately)*$/i,
  /^i (?:just )?(?:want|need|would like|'d like) to know (?:who|why|how|what)\b.{0,100}$/i,
  /^(?!.*(?:了|过|没|不给))(?:给我|帮我)(?:找|拿|送|弄|调|查|修|换).{0,8}$/,
  /^(?:尽快|马上|赶紧|早点|快点).{0,6}(?:到账|处理|解决|答复|回复)/,
  /^(?:refund|comp|waive|deduct|apologi[sz]e|compensate|replace|reimburse)\b.{0,60}$/i,
];
const LABEL = /^(?:嗯+|呃|那个|就是|那|额|\s|,|，)*(?:我的?|您的)?(?:要求|诉求|希望|wish|request|demand)\s?[:：]\s?/i;
/** Words without which hardly anybody says what is to be done. */
const WISHY =
  /[要想请得应退换赔补歉免减折修重还给送罚]|希望|必须|说法|交代|解释|说明|处[理分]|整改|改[进善]|管理|培训|辞退|开除|安排|升级|取消|解决|答复|回复|负责|报销|别再|不再|以后|下次|公道|没(?:有|什么)|随便|看着办|都[行可]|无所谓|不用|合理|满意|\b(?:want|would|like|wish|hope|need|please|refund\w*|comp|waive\w*|deduct\w*|money|back|apolog\w*|sorry|compensat\w*|replac\w*|repair\w*|fix\w*|expla\w*|discount\w*|voucher|free|upgrade\w*|cancel\w*|return\w*|exchange\w*|pay|paid|reimburse\w*|credit|answer|response|repl\w+|action|disciplin\w*|fire[d]?|train\w*|improve\w*|stop|sure|make it right|nothing|none|no|not|whatever|anything|you|sort|solv\w*|resol\w*|clean\w*|change\w*|call|night|half|full|partial|\d+ ?%)\b|\d+ ?(?:%|％|元|块|yuan|rmb|usd|dollars?|euros?)/i;

/** What tells how it was: when, where, who, in so many words. */
const TELLS =
  /^[\u3400-\u9fff]{1,3}$|^(?:大概|差不多|当时|因为|我们?(?:在|住|是|当时)|他|她|那个|那天|[上下]午|早上|晚上|[昨前今]天|就是那)|\d{3,4}\s?房|\d\s?[楼点]|^(?:we|i|they|he|she|it|my|our|there)(?:'re|'m|'s)?\b|\broom \d/i;

/** Words that may stand in any sentence: alone they ask for nothing where somebody tells what was. */
const WEAK =
  /\b(?:no|not|you|none|night|half|full|would|like|call|answer|back|money|pay|paid|change\w*|return\w*|cancel\w*)\b/gi;
const STATES =
  /^(?:she|he|it|they|we|there|this|that|(?:my|our|the|his|her) \w+(?: \w+)?) (?:is|was|were|are|had|has|did|didn't|wasn't|isn't|weren't|aren't|left|said|told|kept|came|went|made)\b/i;
/** Chinese sentences that name no remedy are told, unless somebody is to do something. */
const TELLS_LONG = /^(?=.{7,})(?!.*(?:[让叫](?!我)|[把查找严滚按照]|追究|尽快|马上|立刻|赶快|你们)).*[\u3400-\u9fff]/;

/** Whether a text has a word that asks for something. */
export const isWishy = (plain: string): boolean => WISHY.test(plain);

/** Whether it has one that could stand for nothing else. */
export const isSurelyWishy = (plain: string): boolean => isWishy(plain.replace(WEAK, ''));

/** Whether a text may say what somebody wants done; who only tells how it was is asked once more. */
export const mayBeWish = (plain: string): boolean =>
  (STATES.test(plain.trim()) ? isSurelyWishy(plain) : isWishy(plain)) ||
  !(TELLS.test(plain.trim()) || TELLS_LONG.test(plain.trim()));

/** Longer "wishes" are stories that begin with one. */
const LONGEST = 160;

/** What the customer wants done, where they say so themselves; verbatim, one clause or more. `bare`: few words will do. */
export function findWish(reading: Reading, bare = false): Find[] {
  const { clauses } = reading;
  for (const [index, clause] of clauses.entries()) {
    const span = wishIn(reading, clause, bare);
    if (!span) continue;
    const label = LABEL.exec(reading.plain.slice(span.start, span.end))?.[0].length ?? 0;
    const last = lastOf(reading, clauses, index, bare);
    const end = last === clause ? span.end : Math.max(span.end, last.end);
    const whole = trimSpan(reading.text, { start: span.start + label, end });
    if (whole.end - whole.start > LONGEST) continue;
    return [{ ...whole, field: 'outcome', value: reading.original(whole), sure: true }];
  }
  return [];
}

/** A sum of money and nothing else, told when the wish is known: "五百", "at least 300 yuan". */
const SUM_ALONE =
  /^(?:就|给|赔|要|大概|至少|最少|一共|总共|合计|total (?:of )?|at least |about |say |make it )*(?:[¥￥$]\s?\d[\d,.]*|\d[\d,.]*\s?(?:元|块钱?|万|人民币|yuan|rmb|cny|usd|dollars?|euros?)|(?<=(?:一共|总共|合计|total|total of)\s?)\d[\d,.]*|[一二三四五六七八九十两]{1,3}[百千万][一二三四五六七八九十百千]*(?:块钱?|元)?)[。.!！]?$/i;

export function findSum(reading: Reading): Find[] {
  const span = trimSpan(reading.text, { start: 0, end: reading.text.length });
  if (!SUM_ALONE.test(reading.plain.slice(span.start, span.end))) return [];
  return [{ ...span, field: 'outcome', value: reading.original(span), sure: true }];
}

/** Whether a text is a wish and nothing else. */
export function isOnlyWish(text: string): boolean {
  const whole = text.trim().replace(/[。.！!~～]+$/, '');
  return findWish(new Reading(whole), true).some(({ start, end }) => end - start === whole.length);
}

/** A number that reaches somebody, or an id: no part of a wish. */
const NUMBER = /\d{5}/;
const AROUND = /[\s\ue000,，。.、;；:：!！~～]/;

/** The wish in a clause; beside a phone number it is one of the pieces around it ("周建国13611112222 再修不好就退房"). */
function wishIn(reading: Reading, clause: Span, bare: boolean): Span | undefined {
  const pieces: Span[] = [];
  let { start } = clause;
  for (const taken of matchesOf(reading.visible.slice(clause.start, clause.end), /\ue000+/g)) {
    const at = clause.start + taken.index;
    const end = at + taken[0].length;
    if (!NUMBER.test(reading.plain.slice(at, end))) continue;
    pieces.push({ start, end: at });
    start = end;
  }
  pieces.push({ start, end: clause.end });
  return pieces
    .map((piece) => trimSpan(reading.visible, piece, AROUND))
    .find((piece) => isWish(reading.visible.slice(piece.start, piece.end), bare));
}

function isWish(text: string, bare: boolean): boolean {
  if (bare && text.length <= 80 && BARE.some((pattern) => pattern.test(text))) return !THWARTED.test(text);
  if (/[\u3400-\u9fff]/.test(text) && CHINESE.some((pattern) => pattern.test(text))) return !THWARTED.test(text);
  return ENGLISH.some((pattern) => pattern.test(text)) && !ENGLISH_THWARTED.test(text);
}

/** What goes on with the wish before it. */
const ALSO =
  /^\s*(?:and|also|plus|as well as)\s(?!(?:i|he|she|it|they|we|then|the|my|there)\b)|^(?:而且|并且|还有|另外|同时)?(?:以后|今后)?(?:必须|一定要|不能再|不许再|别再)/i;

/** How much: part of the wish before it. */
const SUM =
  /^(?:一共|总共|大概|about |around |that's |it's )?[¥￥$]?\s?\d[\d,.]*\s?(?:元|块钱?|万|人民币|yuan|rmb|cny|usd|dollars?|euros?|nt)?$/i;

/** A wish goes on over the next clauses of its sentence that wish something too. */
function lastOf(reading: Reading, clauses: readonly Span[], index: number, bare: boolean): Span {
  let last = clauses[index]!;
  for (const next of clauses.slice(index + 1)) {
    const between = reading.plain.slice(last.end, next.start);
    // Given as an answer, the wish may hold a time; it ends before a number that reaches somebody.
    const text = (bare ? reading.plain : reading.visible).slice(next.start, next.end);
    if (bare && /\d{5}/.test(text)) break;
    if (
      !/^[,，、\s]\s*$/.test(between) ||
      text.includes(TAKEN) ||
      THWARTED.test(text) ||
      !(WISHFUL.test(text) || ALSO.test(text) || SUM.test(text.trim()))
    )
      break;
    last = next;
  }
  return last;
}
