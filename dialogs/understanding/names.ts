import { matchesOf } from '../../src/domain/matches.js';
import { groupSpan, trimSpan, type Find, type Reading, type Span } from './reading.js';
import { surnameLength } from './surnames.js';

const HAN = '[\\u3400-\\u9fff]';
// What may stand behind a name that was said: an end, a sign, or the next fact.
const END =
  '(?=\\s*(?:$|[^\\u3400-\\u9fffA-Za-z·\\s])|\\s|就行|就好|就可以|即可|吧|啦|呀|啊|呢|哦|，|电话|手机|联系|联络|订单|单号|房号|住|的|是|在|号码|会员|车牌|我|要|想)';
const HAN_NAME = `${HAN}{1,4}?(?:·${HAN}{1,8}){0,3}`;
const LATIN_WORD = "[A-Z\\u00c0-\\u00de](?:\\.|[\\w\\u00c0-\\u024f'’-]*)";
const LATIN_NAME = `${LATIN_WORD}(?: (?:(?:van|von|de|der|da|bin|al|el|la|le|di|du|dos) )?${LATIN_WORD}){0,3}`;

const CHINESE_CUES = new RegExp(
  `(?:我(?:的)?名字(?:叫|是|:)|我叫做?|本人(?:叫|姓名是?)?|(?:名字|称呼)\\s?[是:为]\\s?|(?:姓名|联系人|联络人)\\s?[是:为]?\\s?|叫我|喊我|称呼我为?|敝人|(?:你|您)(?:们)?(?:直接|就|可以)*(?:叫|喊|称呼)(?!我|他|她|谁))\\s?(?<name>${HAN_NAME}|${LATIN_NAME})${END}`,
  'dg',
);
const FAMILY = /(?:我|本人|敝|免贵)(?<name>姓[\u3400-\u9fff]{1,2}?)(?=$|[^\u3400-\u9fff]|[呃嗯啊，吧的电手住,])/dg;
/** "我姓孙 孙丽华": the whole name stands behind. */
const FAMILY_THEN_NAME =
  /(?:我|本人|敝|免贵)姓([\u3400-\u9fff]{1,2})[,，、\s]+(?:叫|名字叫|全名)?(?<name>\1[\u3400-\u9fff]{1,2})(?=$|[^\u3400-\u9fff]|电|手|住)/dg;
const TITLED = new RegExp(
  `(?:我(?:就)?是|(?<=我(?:就)?是\\d{3,4}(?:号?房间?)?的))(?<name>${HAN}{1,3}(?:先生|女士|小姐|太太|老师|师傅|阿姨|大爷|医生|教授))|这里是(?<other>${HAN}{1,3}(?:先生|女士|小姐|太太))`,
  'dg',
);
const PLAIN_IAM = new RegExp(
  `(?:^|[,，。;；!！\\s\\ue000])我(?:就)?是(?<name>${HAN}{2,4})(?=$|[,，。;；!！\\s\\ue000\\d])`,
  'dg',
);
const ENGLISH_CUES: RegExp[] = [
  new RegExp(`\\b[Mm]y (?:full )?name(?:'s| is|:) (?<name>${LATIN_NAME})`, 'dg'),
  /\bmy (?:full )?name(?:'s| is|:) (?<name>[\w'-]+(?: (?!and\b|my\b|from\b|i\b|on\b|the\b|phone\b|room\b|order\b|in\b|at\b)[a-z'-]+){0,3})/dgi,
  new RegExp(
    `\\b(?:(?<!(?:her|his|their|its|your|guide's|whose) )[Nn]ame(?: is|:)|[Cc]all me|[Tt]his is|[Ss]igned:?|[Rr]egards,?|[Tt]hanks,) (?<name>${LATIN_NAME})(?=$|[,.;!\\n\\ue000]| (?:and|from|here|in|on|phone|my|tel|order|room)\\b)`,
    'dg',
  ),
  new RegExp(
    `\\bI(?:'m| am) (?<name>${LATIN_WORD} ${LATIN_WORD}(?: ${LATIN_WORD})?)(?=$|[,.;!\\n\\ue000]| (?:and|from|in|on|phone|my)\\b)`,
    'dg',
  ),
  new RegExp(`(?:^|[.,;!\\n] ?)(?<name>${LATIN_NAME}) (?:is my name|here)\\b`, 'dg'),
];
const NO_NAME =
  /^(?:了|他|她|它|你|我|您|们|前台|服务员|客服|外卖|车|人|过|来|出|不|电话|手机|时间|地点|单号|车牌|车型|会员|金卡|白金|游客|顾客|客人|客户|业主|住户|住客|房客|房东|车主|常客|用户|买家|卖家|老板|经理|师傅|导游|司机|司机师傅|金额|要求|应该|方便|马上|高级|于是|后来|今天|昨天|前天|刚才|真的|什么|谁|本人|家长|孩子|学生|消费者|投诉|投訴|联系|请|第一次|从|在|来自|房号|房间|谢谢|多谢|包括|金牌|成年人|代表|祝|余额|钱|双方|温馨)/;

/** The customer's own name, as it stands; nobody else's. `contacts`: numbers and addresses, beside which names stand. */
export function findName(reading: Reading, contacts: Span[]): Find[] {
  const said = [...inChinese(reading), ...inEnglish(reading)];
  const found = said.length > 0 ? said : besideContact(reading, contacts);
  const [first] = found.sort((a, b) => a.start - b.start || Number(b.sure) - Number(a.sure));
  return first ? [first] : [];
}

function inChinese(reading: Reading): Find[] {
  const finds: Find[] = [];
  for (const match of matchesOf(reading.visible, CHINESE_CUES)) {
    const name = groupSpan(match, 'name')!;
    const story = /^(?:我叫|叫我|喊我|本人|联[系络]人|姓名)/.test(match[0]);
    if (NO_NAME.test(match.groups!.name!)) continue;
    finds.push(named(reading, name, match, !story || soundsLikeName(match.groups!.name!)));
  }
  for (const match of matchesOf(reading.visible, FAMILY_THEN_NAME))
    return [named(reading, groupSpan(match, 'name')!, match, true)];
  for (const match of matchesOf(reading.visible, FAMILY))
    finds.push(named(reading, groupSpan(match, 'name')!, match, true));
  for (const match of matchesOf(reading.visible, TITLED)) {
    const span = groupSpan(match, 'name') ?? groupSpan(match, 'other')!;
    if (surnameLength(reading.plain.slice(span.start)) > 0) finds.push(named(reading, span, match, true));
  }
  if (finds.length > 0) return finds.filter(({ sure }) => sure);
  for (const match of matchesOf(reading.visible, PLAIN_IAM)) {
    const name = match.groups!.name!;
    const family = surnameLength(name);
    if (family > 0 && name.length - family <= 2 && !NO_NAME.test(name))
      finds.push(named(reading, groupSpan(match, 'name')!, match, true));
  }
  return finds;
}

function inEnglish(reading: Reading): Find[] {
  if (!/[A-Za-z]{2}/.test(reading.visible)) return [];
  for (const pattern of ENGLISH_CUES) {
    for (const match of matchesOf(reading.visible, pattern)) {
      if (!NOT_LATIN.test(match.groups!.name!) && !/^[A-Z]{4,}$/.test(match.groups!.name!))
        return [named(reading, groupSpan(match, 'name')!, match, true)];
    }
  }
  return [];
}

const NOT_LATIN =
  /^(?:Not|Very|So|Still|The|A|An|It|This|That|I|My|We|In|On|At|And|But|Please|Sorry|Hi|Hello|Thanks|Order|Room|Phone|Nobody|Angry|wrong|not|on)\b/;

/** "林怡君 0912000345", "周建国13611112222", "Amy Chen +852 5123 4567", "13800138000 王小明". */
function besideContact(reading: Reading, contacts: Span[]): Find[] {
  for (const contact of contacts) {
    const before =
      nameBefore(reading, contact.start) ?? nameBehind(reading, contact.end) ?? familyBeside(reading, contact);
    if (before) return [{ ...before, field: 'name', value: reading.original(before), sure: true }];
  }
  return [];
}

const LINKED = new RegExp(
  `(?:^|[,，。.;；!！?？\\n\\s:\\ue000])(?:车主|业主|住户|租客|房客|客人|乘客|旅客|联系人|本人)?(?<name>${HAN}{2,4}(?:·${HAN}{1,8}){0,3}|${LATIN_NAME})(?:的)?[\\s,，、:/]{0,3}(?:(?:的)?(?:电话微信同号|手机微信同号|微信同号|电话|手机号?|联系电话|tel|phone|mobile)(?:是|号码)?[\\s:是]{0,2})?$`,
  'd',
);
const BEHIND = new RegExp(
  `^[\\s,，、:/]{1,3}(?<name>${HAN}{2,4}(?:·${HAN}{1,8}){0,3}|${LATIN_NAME})(?=$|[,，。.;；!！?？\\n\\s\\ue000])`,
  'd',
);

function nameBefore(reading: Reading, end: number): Span | undefined {
  const from = Math.max(0, end - 60);
  return shifted(LINKED.exec(reading.visible.slice(from, end)), from);
}

function nameBehind(reading: Reading, start: number): Span | undefined {
  return shifted(BEHIND.exec(reading.visible.slice(start, start + 60)), start);
}

/** "0922333444 陈": a family name and a number, and nothing else. */
function familyBeside({ visible }: Reading, { start, end }: Span): Span | undefined {
  const before = /^\s*([\u3400-\u9fff])[\s,，]*$/d.exec(visible.slice(0, start));
  const behind = /^[\s,，]*([\u3400-\u9fff])\s*$/d.exec(visible.slice(end));
  const match = /^\s*$/.test(visible.slice(end)) ? before : /^\s*$/.test(visible.slice(0, start)) ? behind : null;
  if (!match || surnameLength(match[1]!) === 0) return undefined;
  const at = match.indices![1]![0] + (match === behind ? end : 0);
  return { start: at, end: at + 1 };
}

function shifted(match: RegExpExecArray | null, by: number): Span | undefined {
  if (!match || !soundsLikeName(match.groups!.name!)) return undefined;
  const span = groupSpan(match, 'name')!;
  return { start: span.start + by, end: span.end + by };
}

/** A family name and one or two characters, a nickname such as 老陈, a dotted name, or capitalised Latin words. */
export function soundsLikeName(name: string): boolean {
  if (NO_NAME.test(name) || NOT_LATIN.test(name)) return false;
  if (/^[A-Z\u00c0-\u00de]/.test(name))
    return !/^(?:Tel|Phone|Mobile|Cell|Call|Number|Contact|Whatsapp|Wechat|Email)\b/i.test(name);
  if (name.includes('·')) return true;
  if (/^[老小阿][\u3400-\u9fff]{1,2}$/.test(name)) return true;
  const family = surnameLength(name);
  const given = name.replace(/(?:先生|女士|小姐|太太)$/, '').length - family;
  // A family name alone is one with a title behind it, or of two characters.
  return family > 0 && given >= (name.length > family + given || family > 1 ? 0 : 1) && given <= 2;
}

function named(reading: Reading, span: Span, match: RegExpMatchArray, sure: boolean): Find {
  const name = trimSpan(reading.text, span);
  const whole = groupSpan(match, 0)!;
  return {
    ...name,
    field: 'name',
    value: reading.original(name),
    sure,
    parts: [{ start: Math.min(whole.start, name.start), end: name.end }],
  };
}
