import type { Language, Texts } from '../../src/domain/language.js';
import { dateOf, dayOf, localDay, MINUTE, timeOfDay, weekdayOf } from '../../src/domain/zone-time.js';

const WEEKDAYS: Record<Language, string[]> = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  'zh-TW': ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Parts of a day as the phrases `value.vague.*` name them. */
export type DayPart = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** A day as written: 3月4日（周三）, 3/4（三）, Wed 4 Mar; with the year when it is not this one. */
export function writtenDay(day: number, language: Language, today: number): string {
  const [year = 0, month = 0, date = 0] = dateOf(day).split('-').map(Number);
  const weekday = WEEKDAYS[language][weekdayOf(day) - 1] ?? '';
  const otherYear = year !== Number(dateOf(today).slice(0, 4));
  if (language === 'zh-CN') return `${otherYear ? `${year}年` : ''}${month}月${date}日（${weekday}）`;
  if (language === 'zh-TW') return `${otherYear ? `${year}/` : ''}${month}/${date}（${weekday}）`;
  return `${weekday} ${date} ${MONTHS[month - 1]}${otherYear ? ` ${year}` : ''}`;
}

/** A month of `YYYY-MM`: 2026年6月, Jun 2026. */
export function writtenMonth(value: string): Texts {
  const [year, month = 0] = value.split('-').map(Number);
  return { 'zh-CN': `${year}年${month}月`, 'zh-TW': `${year}年${month}月`, en: `${MONTHS[month - 1]} ${year}` };
}

/** A day with its time: 3月4日（周三）18:00, 3/4（三）18:00, Wed 4 Mar, 18:00. */
export function writtenTime(at: number, language: Language, zone: string, now: number): string {
  const day = writtenDay(localDay(at, zone), language, localDay(now, zone));
  return `${day}${language === 'en' ? ', ' : ''}${wallClock(at, zone)}`;
}

/** The hour and minute that a clock on the wall shows, `09:05`. */
export function wallClock(at: number, zone: string): string {
  const minutes = Math.floor(timeOfDay(at, zone) / MINUTE);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Which part of the day an instant falls in. */
export function dayPart(at: number, zone: string): DayPart {
  const hour = Math.floor(timeOfDay(at, zone) / (60 * MINUTE));
  if (hour < 5) return 'dawn';
  if (hour < 11) return 'morning';
  if (hour < 13) return 'noon';
  if (hour < 18) return 'afternoon';
  return hour < 22 ? 'evening' : 'night';
}

/** A moment read from data: `YYYY-MM-DD` is a whole day, anything else an instant; undefined when it is neither. */
export function readMoment(text: string, zone: string): { day: number; at?: number } | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? undefined : { day: dayOf(text) };
  }
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : { day: localDay(at, zone), at };
}
