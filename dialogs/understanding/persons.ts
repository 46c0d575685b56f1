import { matchesOf } from '../../src/domain/matches.js';
import { groupSpan, trimSpan, type Find, type Reading } from './reading.js';
import { surnameLength } from './surnames.js';

const ROLE =
  '(?:导游|地陪|全陪|讲解员|领队|司机|师傅|前台|柜台|经理|店长|主管|服务员|服务生|顾问|客服|管家|保安|技师|教练|老师|店员|业务员)';
const WIDE_ROLE = ROLE.replace('业务员', '业务员|销售|员工|接待|工作人员|同事');
const CHINESE = new RegExp(
  `${ROLE}(?:的?(?:名字|姓名)?(?:叫做?|是|名叫)|[:：\\s])?(?<name>[\\u3400-\\u9fff]{2,3})(?=$|[^\\u3400-\\u9fff]|把|在|态|不|很|说|对|让|骂|一|还|就|没|全|故|向|跟|因|当|居|竟|太|真|特|老|总)`,
  'dg',
);
const NAMED = new RegExp(
  `${WIDE_ROLE}(?:的?(?:名字|姓名)?叫做?|名叫)(?!什么|啥|谁)(?<name>[\\u3400-\\u9fff]{2,4}?)(?=$|[^\\u3400-\\u9fff])`,
  'dg',
);
const FAMILY = new RegExp(
  `${WIDE_ROLE}(?:人员|小姐|先生|大哥|大姐|那位|那个|\\s)?(?:是|好像|应该)*姓(?<name>[\\u3400-\\u9fff]{1,2})(?=$|[^\\u3400-\\u9fff])`,
  'dg',
);
const BADGE =
  /(?:工号|工牌|员工编号|服务编号|badge(?: number| no\.?)?|staff number|employee number)\s?[:是#]?\s?(?:[A-Za-z]{0,3}\d{2,8})/dgi;
/** "他叫王强", "his name is Wang something". */
const CALLED =
  /(?:[他她](?:的名字)?|(?<=知道))(?:就|好像|应该)?(?:叫|名叫|是叫|姓)(?!什|啥|谁|我|他|她|你|来|人|保)(?<han>[\u3400-\u9fff]{1,3})(?=$|[^\u3400-\u9fff])|\b(?:[Hh]is|[Hh]er|[Tt]heir) name (?:is|was) (?<name>[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|something))?)|\b(?:[Hh]e|[Ss]he)(?:'s| is| was) called (?<named>[A-Z][\w'’-]*)/dg;
const TAG =
  /\b(?:her |his |their |the )?(?:badge|name ?tag|tag)(?: (?:said|says|read|reads|was|is|with|:))+ (?<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?)|(?:工牌|胸牌|名牌|铭牌)(?:上)?(?:写的?|是|写着|:|：|的名字)+(?:是)?(?<han>[\u3400-\u9fff]{2,4})(?=$|[^\u3400-\u9fff])/dg;
const LATIN = "[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?";
const ENGLISH = new RegExp(
  `\\b(?:guide|driver|receptionist|manager|waiter|waitress|agent|salesman|saleswoman|salesperson|technician|mechanic|clerk|rep|concierge|advisor|staff member|employee|porter|leader)(?:'s name (?:is|was)|,? (?:named|called|whose name is|whose name was)|,)? (?<name>${LATIN})(?=$|[,.;!?\\s])`,
  'dg',
);

const LOOK =
  '(?:(?:反正|就是|那[个位]|[早晚夜中]班的?|值班的?|当班的?|' +
  ROLE +
  '(?:的|人员)?|是个?|大概|大约|看着|看上去|有点|个子|头发|很|比较|偏|一?个|留着?|穿着?|应该是?)*(?:[男女](?:的|性|生|孩)?|[\\u3400-\\u9fff]{0,5}那[个位](?:大爷|大妈|阿姨|大叔|大姐|大哥|小姑娘|小伙子?|小哥|小妹)|(?:\\d|[一二三四五六七八九十]){1,3}(?:多|来|几)?岁(?:左右|的样子)?|年轻|中年|戴(?:着)?眼镜|[短长卷黄]头?发|光头|马尾|[高矮胖瘦]{1,2}|高高瘦瘦|矮矮胖胖|[\\u3400-\\u9fff]{1,3}口音|制服)(?:的|左右|那种)?)+|(?:(?:an? |the |with |in |wears |wearing |and )*(?:man|woman|guy|lady|male|female|young|old|middle-aged|tall|short|hair|glasses|beard|accent|uniform|blonde?|bald)(?=$|[\\s,.]) ?)+';
/** How somebody looks, in the clauses behind their name. */
const LOOKS = new RegExp(`^(?:[,，、\\s]+(?:${LOOK})(?=$|[,，、。.!！\\s]))*`, 'i');

/** A piece of a description, and what is said of a name not known. */
const DESCRIBED = new RegExp(`^(?:${LOOK})$`, 'i');
const NAMELESS =
  /^(?:没看清|没注意|不认识|不知道)(?:是|叫)?(?:谁|哪个|哪位)$|^[他她那人]{0,2}(?:(?:名字|叫什么|叫啥|姓什么|谁)我?.{0,3}(?:不知道|不清楚|忘了|没问)|(?:不知道|不清楚|不记得|忘了|没问)(?:名字|叫什么|叫啥|姓什么|是谁).{0,2}|.{0,3}(?:don't|didn't|do not) (?:know|see|catch) (?:his|her|their|the|a)? ?name(?: tag)?)$/i;

/** Whether a text says that somebody's name is not known. */
export const isNameless = (plain: string): boolean => NAMELESS.test(plain);

/** Whether a whole text describes how somebody looks and tells nothing else: "短头发女的 戴眼镜 不知道叫啥". */
export function isDescription(plain: string): boolean {
  const pieces = plain.split(/[,，、。.!！\s]+(?![a-z])/i).filter(Boolean);
  return (
    pieces.some((piece) => DESCRIBED.test(piece)) &&
    pieces.every((piece) => DESCRIBED.test(piece) || NAMELESS.test(piece))
  );
}

/** Words of a story that begin like a family name: "司机迟到", "导游全程", "前台向我". */
const STORY =
  /^(?:什么|叫什|迟[到迟早]|时[间不常]|全[程都部]|连[续个一我]|严[重厉]|高[声速兴]|应[该付]|安[排抚]|常常|平时|关[门机掉]|单独|方[便面]|向[我他她游客]|满[口嘴脸意]|计较|解释|路上|车[上里子]|余|毛[病手]|白眼|金额|钱|于是|成天|任[由何]|随[意便]|相当|查房|费用|干脆|胡[说乱搅闹]|包[车括]|强[制行迫]|曾经?|都|后[来面]|前面|那[个么时]|马[上马]|牛气|明[明天知]|终于|冷[漠淡冰]|边|怀疑|别[人的]|段|万|左右|施压|乐呵|顾[着不客]|习惯|程度|双手|席|经常|易)/;

/** A family name, or a nickname such as 小张. */
const isPerson = (name: string): boolean =>
  !STORY.test(name) && (surnameLength(name) > 0 || (/^[老小阿]/.test(name) && surnameLength(name.slice(1)) > 0));

function described(reading: Reading, field: string): Find {
  const whole = trimSpan(reading.text, { start: 0, end: reading.text.length });
  return { ...whole, field, value: reading.original(whole), sure: true };
}

/** The person complained about, where the customer names one: "导游刘强", "工号0217", "a driver called Tom Reed". */
export function findAccused(reading: Reading, field: 'accused' | 'concerned'): Find[] {
  const text = reading.visible;
  const finds: Find[] = [];
  for (const match of matchesOf(text, NAMED)) add(match, true);
  for (const match of matchesOf(text, CHINESE)) add(match, isPerson(match.groups!.name!));
  for (const match of matchesOf(text, ENGLISH)) add(match, true);
  for (const match of matchesOf(text, FAMILY)) add(match, surnameLength(match.groups!.name!) > 0);
  for (const match of [...matchesOf(text, TAG), ...matchesOf(text, CALLED)]) add(match, true);
  for (const match of matchesOf(text, BADGE)) add(match, true);
  const [first, ...others] = finds;
  if (!first) return isDescription(text.trim()) ? [described(reading, field)] : [];
  // "导游李强，工号0217，四十多岁": one person.
  const beside = others.find(
    ({ start }) => /^[\s,，、(（]{0,2}$/.test(reading.plain.slice(first.end, start)) && start >= first.end,
  );
  const end = beside?.end ?? first.end;
  const whole = { start: first.start, end: end + LOOKS.exec(reading.visible.slice(end))![0].length };
  return [{ ...first, ...whole, value: reading.original(whole).trim() }];

  function add(match: RegExpMatchArray, named: boolean): void {
    const span = groupSpan(match, 0)!;
    if (named) finds.push({ ...span, field, value: reading.original(span).trim(), sure: true });
  }
}
