import { clausesOf } from './clauses.js';
import { plainOf, type Span } from './reading.js';

const CHINESE =
  /(?<!的|有|倒|扔|收|地|活|余)垃圾(?!桶|袋|堆|房|站|没|分类|都没|满|臭|味|短信|邮件|在|还|车|箱)|傻[逼比bx叉]|煞笔|沙雕|[傻草操艹肏]你|[操草艹]你?妈|你妈(?:的|逼)|他妈的?|妈的|tmd|nmsl|cnm|(?<![A-Za-z])sb(?![A-Za-z])|脑残|智障|白痴|弱智|废物|废柴|饭桶|蠢(?:货|猪|驴|蛋)|猪(?:脑|头|一样)|混蛋|王八蛋?|狗(?:东西|屁|娘养|日的|屎)|畜生|禽兽|人渣|渣渣|贱(?:人|货)|不要脸|臭不要脸|死全家|去死(?!算了)|滚(?:蛋|开|远|吧|$)|放屁|骗子(?:公司|平台|酒店|店)?|黑心|无耻|恶心(?:人|死|透|$)|破(?:机器人|公司|平台|系统|店|酒店|app)|(?:都是|是)死人|死人(?:吗|啊)|少废话|废话|有病(?:吧|啊)?|神经病|脑子(?:有病|进水|坏)|闪边去|靠北|靠腰|机掰|干你|干恁|干拎|烂(?:公司|透|店|平台)|丢人现眼|缺德|吃屎|吃干饭|瞎了眼|狗眼|机器人闪/i;
const ENGLISH =
  /\b(?:fuck\w*|f\*+k\w*|shit\w*|bullshit|bitch\w*|bastards?|assholes?|arseholes?|dickheads?|morons?|idiots?|idiotic|stupid|dumb(?:ass)?|imbeciles?|retards?|retarded|crooks?|thieves|scumbags?|useless|pathetic|trash company|garbage company|piece of (?:crap|garbage|trash)|screw you|go to hell|shut up|damn you|liars?|clowns?)\b/i;

/** What the customer was called is told, not said. */
const REPORTED =
  /\bcall(?:ed|s|ing)? (?:me|us|my \w+) (?:an? |the )?(?:\w+ )?\w+|(?:骂|喊|叫|说)(?:我|我们|我(?:妈|爸|老公|老婆|太太|先生|女儿|儿子|孩子)|人)(?:们)?(?:是|个|一句)*.{1,4}/gi;

/** Whether a text insults somebody. */
export function insults(plain: string): boolean {
  const own = plain.replace(REPORTED, '');
  return CHINESE.test(own) || ENGLISH.test(own);
}

// What stands in a clause that tells something beside its insult; whose insult it was, for one.
const TELLS =
  /\d|[修退换赔收扣买订送等骂说打住吃坏漏脏吵贵]|次|charg|refund|broke|order|room|wait|paid|bought|deliver|\b(?:told|tells|called|calls|calling|said|says|shout\w*|scream\w*|yell\w*|swor\w*|swear\w*)\b/i;

/** Whether a clause only insults: short, and with nothing told beside it. */
export function onlyInsults(plain: string): boolean {
  const text = plain.trim();
  if (!insults(text)) return false;
  const left = text.replace(new RegExp(CHINESE, 'gi'), '').replace(new RegExp(ENGLISH, 'gi'), '');
  const length = (left.match(/[\u3400-\u9fff]/g)?.length ?? 0) + (left.match(/[A-Za-z]+/g)?.length ?? 0);
  return length <= 8 && !TELLS.test(left.replace(/骗钱|骗人/g, ''));
}

/** The text without its clauses that only insult, for the view of the story; the kept text is the whole. */
export function withoutInsults(text: string): string {
  const plain = plainOf(text);
  const clauses = clausesOf(plain);
  const kept = clauses.filter(({ start, end }) => !onlyInsults(plain.slice(start, end)));
  if (kept.length === clauses.length) return text.trim();
  return joined(text, kept);
}

/** The spans of a text with what stands between neighbours, closing signs included. */
export function joined(text: string, spans: Span[]): string {
  return spans
    .map(
      ({ start, end }) =>
        text.slice(start, end).trimStart() + (/^[\s,，。.;；!！?？…~～]+/.exec(text.slice(end))?.[0] ?? ''),
    )
    .join('')
    .trim();
}
