import { matchesOf } from '../../src/domain/matches.js';
import { addDays, isRealDay, minutesBefore, type Day, type WallClock } from './civil.js';
import type { ClockMention, DayMention, SaidPart } from './mentions.js';
import { HAN_DIGITS, HAN_NUMBER, numberOf } from './numerals.js';
import { latestDay, latestOfMonth, latestWeekday, monthsBefore, weekdayInWeek } from './recent.js';

const NUM = `(?:\\d{1,4}|${HAN_NUMBER}{1,5})`;

const PARTS: Record<string, SaidPart> = {
  凌晨: 'dawn',
  大清早: 'morning',
  一大早: 'morning',
  清晨: 'morning',
  清早: 'morning',
  早上: 'morning',
  早晨: 'morning',
  上午: 'morning',
  早: 'morning',
  中午: 'noon',
  正午: 'noon',
  下午: 'afternoon',
  午后: 'afternoon',
  傍晚: 'evening',
  晚上: 'evening',
  晚间: 'evening',
  晚: 'evening',
  夜里: 'night',
  夜间: 'night',
  夜晚: 'evening',
  深夜: 'night',
  大半夜: 'night',
  半夜: 'night',
  夜: 'night',
  晨: 'morning',
};
const PART =
  '(?:凌晨|大清早|一大早|清晨|清早|早上|早晨|上午|中午|正午|下午|午后|傍晚|晚上|晚间|夜里|夜间|夜晚|深夜|大半夜|半夜)';

const RELATIVE: Record<string, number> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2, 大后: 3 };
const RELATIVE_DAY =
  /(?<![之以])(?:(大前|前|大后|后)天(?![天花台])|([昨今明])(?:天|日|儿个|儿|个)|([昨今明前])(晚|夜|早|晨|下午|上午)(?!餐|饭|点到|会|报(?![修警告案])|市|归))/dg;
const JUST_NOW = /刚才|刚刚|方才|(?<=^|[,，。\s])(?:就是?)?现在(?:正在)?(?=$|[,，。\s])/dg;
const FULL_DATE = /(?<![\w.-])(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?!\d)/dg;
const MONTH_DAY = new RegExp(
  `(今年|去年|前年)?(?<!\\d)(\\d{1,2}|[一二三四五六七八九十]{1,2})月(\\d{1,2}|[一二三四五六七八九十廿]{1,3})[日号]?(?![\\d个])`,
  'dg',
);
const MONTH = new RegExp(
  `(今年|去年|前年|\\d{4}年|[二零〇一三四五六七八九]{4}年)的?(\\d{1,2}|[一二三四五六七八九十]{1,2})月份?`,
  'dg',
);
/** A month of no stated year: the latest one. */
const MONTH_ALONE =
  /(?<![\d年个])(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|初|中旬|底|末|(?=$|[,，。.!！的]))(?![\d一二三四五六七八九十])/dg;
const THIS_MONTH = /(上上?个?月|这个?月|本月)(?:初|中旬?|底|末|份|(?=$|[,，。.!！的]))(?![\d一二三四五六七八九十])/dg;
const SLASHED = /(?<![\d/.])(1[0-2]|0?[1-9])\/(3[01]|[12]\d|0?[1-9])(?![\d/])(?:\([一二三四五六日]\))?/dg;
const OF_MONTH = new RegExp(`(上个?月|这个?月|本月)(${NUM})[号日]`, 'dg');
const BARE_DAY = /(?<![\d月/.#-])(3[01]|[12]\d|[1-9])[号日](?![\d楼线房桌厅门院车柜机窗店栋院])/dg;
const WEEKDAY =
  /(?<![每一两几单双各隔\d])(上上|上|这|本|下下|下)?个?(?:周|星期|礼拜)([一二三四五六日天末])(?![一二三四五六日天到至]|年)/dg;
const AGO = new RegExp(`(${NUM}|半)个?(半|多)?(天|日|小时|钟头|分钟|周|星期|礼拜|月)(?:之|以)?前(?![台往面天])`, 'dg');
const WEEKS: Record<string, number> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 };
const YEARS: Record<string, number> = { 今年: 0, 去年: 1, 前年: 2 };

const NOT_A_TIME = '(?!意见|建议|要求|问题|不满|原因|疑问|说明|[评击赞餐菜单名小头心外钱水都也不没子儿])';
const CLOCK = new RegExp(
  `(${PART}|(?<![昨今前明])[早晚])?的?\\s?(?:大概|大约|差不多|约|快)?\\s?(\\d{1,2}|${HAN_NUMBER}{1,3})(点钟?|时)(半|一刻|三刻|(?:\\d{1,2}|${HAN_NUMBER}{1,3})分(?!钟)|[0-5]\\d(?!\\d)|${HAN_NUMBER}{2,3}(?![${HAN_DIGITS}个])|整|多|左右|前后|许)?${NOT_A_TIME}`,
  'dg',
);
const DIGITAL = new RegExp(`(?:(${PART})的?\\s?)?(?<![\\d:])(\\d{1,2}):(\\d{2})(?::\\d{2})?(?![\\d:])`, 'dg');
const PART_ALONE = new RegExp(PART, 'dg');

/** The days that a plain Chinese text (or one in ISO form) speaks of. */
export function daysInChinese(plain: string, now: WallClock): DayMention[] {
  const today = now.day;
  const found: DayMention[] = [];
  const add = (match: RegExpMatchArray, day: Day | undefined, more: Partial<DayMention> = {}) => {
    const [start, end] = match.indices![0]!;
    if (day && isRealDay(day)) found.push({ start, end, day, ...more });
  };
  if (/\d{4}[-/.年]/.test(plain))
    for (const m of matchesOf(plain, FULL_DATE)) add(m, { year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) });
  if (plain.includes('/'))
    for (const m of matchesOf(plain, SLASHED)) add(m, latestDay(today, Number(m[1]), Number(m[2])), { weak: true });
  if (!/[\u3400-\u9fff]/.test(plain)) return found;
  for (const m of matchesOf(plain, RELATIVE_DAY)) {
    const word = m[1] ?? m[2] ?? m[3] ?? '';
    add(m, addDays(today, RELATIVE[word] ?? 0), m[4] ? { part: PARTS[m[4]] } : {});
  }
  for (const m of matchesOf(plain, JUST_NOW))
    add(m, today, { clock: { hour: now.hour, minute: now.minute }, weak: true });
  for (const m of matchesOf(plain, MONTH_DAY)) {
    const [month, day] = [numberOf(m[2]!) ?? 0, numberOf(m[3]!) ?? 0];
    add(m, m[1] ? { year: today.year - YEARS[m[1]]!, month, day } : latestDay(today, month, day));
  }
  for (const m of matchesOf(plain, MONTH)) {
    const year = YEARS[m[1]!] === undefined ? (numberOf(m[1]!.slice(0, -1)) ?? 0) : today.year - YEARS[m[1]!]!;
    add(m, { year, month: numberOf(m[2]!) ?? 0, day: 1 }, { monthOnly: true });
  }
  for (const m of matchesOf(plain, MONTH_ALONE))
    add(m, latestDay(today, numberOf(m[1]!) ?? 0, 1), { monthOnly: true, weak: true });
  for (const m of matchesOf(plain, THIS_MONTH)) {
    const { year, month } = monthsBefore(today, m[1]!.startsWith('上上') ? 2 : m[1]!.startsWith('上') ? 1 : 0);
    add(m, { year, month, day: 1 }, { monthOnly: true, weak: true });
  }
  for (const m of matchesOf(plain, OF_MONTH)) {
    const { year, month } = monthsBefore(today, m[1]!.startsWith('上') ? 1 : 0);
    add(m, { year, month, day: numberOf(m[2]!) ?? 0 });
  }
  for (const m of matchesOf(plain, BARE_DAY)) add(m, latestOfMonth(today, Number(m[1])), { weak: true });
  for (const m of matchesOf(plain, WEEKDAY)) add(m, weekday(today, m[1], m[2]!), { unsure: m[2] === '末' });
  for (const m of matchesOf(plain, AGO)) ago(m, now, add);
  return found;
}

function weekday(today: Day, prefix: string | undefined, name: string): Day {
  const number = name === '末' ? 6 : '一二三四五六日'.indexOf(name === '天' ? '日' : name) + 1;
  return prefix ? weekdayInWeek(today, number, WEEKS[prefix]!) : latestWeekday(today, number);
}

function ago(
  match: RegExpMatchArray,
  now: WallClock,
  add: (match: RegExpMatchArray, day: Day | undefined, more?: Partial<DayMention>) => void,
): void {
  const count = (match[1] === '半' ? 0.5 : (numberOf(match[1]!) ?? 0)) + (match[2] === '半' ? 0.5 : 0);
  const unit = match[3]!;
  if (count <= 0 || count > 1000) return;
  if (/小时|钟头|分钟/.test(unit)) {
    const { day, hour, minute } = minutesBefore(now, count * (unit === '分钟' ? 1 : 60));
    add(match, day, { clock: { hour, minute } });
  } else if (unit === '月') add(match, monthsBefore(now.day, Math.floor(count)), { unsure: true });
  else add(match, addDays(now.day, -Math.floor(count * (/[天日]/.test(unit) ? 1 : 7))));
}

/** The times of day that a plain Chinese text speaks of, and times such as 14:00. */
export function clocksInChinese(plain: string): ClockMention[] {
  const found: ClockMention[] = [];
  const span = (match: RegExpMatchArray) => ({ start: match.indices![0]![0], end: match.indices![0]![1] });
  if (/\d:\d\d/.test(plain))
    for (const m of matchesOf(plain, DIGITAL)) {
      const [hour, minute] = [Number(m[2]), Number(m[3])];
      const exact = !m[1] && (m[2]!.length === 2 || hour > 12);
      if (hour <= 24 && minute < 60)
        found.push({ ...span(m), part: PARTS[m[1] ?? ''], hour, minute, exact, weak: !exact && !m[1] });
    }
  if (!/[点时午晚早晨夜]/.test(plain)) return found;
  for (const m of matchesOf(plain, CLOCK)) {
    // "两三点" is about two, not twenty-three.
    const hour = numberOf(/^[一二两三四五六七八九]{2}$/.test(m[2]!) ? m[2]![0]! : m[2]!) ?? 99;
    if (hour > 24 || (!m[1] && isLittle(plain, m))) continue;
    found.push({ ...span(m), part: PARTS[m[1] ?? ''], hour, minute: minuteOf(m[4]), weak: !m[1] });
  }
  for (const m of matchesOf(plain, PART_ALONE)) found.push({ ...span(m), part: PARTS[m[0]] });
  return found;
}

/** 一点 is mostly "a little", and 3时 without the part of the day mostly a duration or a word. */
function isLittle(plain: string, match: RegExpMatchArray): boolean {
  if ((match[2] !== '一' && match[3] !== '时') || match[3]!.includes('钟') || /半|刻|分|多/.test(match[4] ?? ''))
    return false;
  const atNight =
    /[昨今前][晚夜]$/.test(plain.slice(0, match.index)) &&
    !/^[\u3400-\u9fff]/.test(plain.slice(match.index! + match[0].length));
  return !atNight;
}

function minuteOf(said: string | undefined): number {
  if (said === '半') return 30;
  if (said === '一刻') return 15;
  if (said === '三刻') return 45;
  const minute = numberOf((said ?? '').replace('分', '')) ?? 0;
  return minute < 60 ? minute : 0;
}
