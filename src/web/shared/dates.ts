import type { Language } from '../../domain/language.js';

const WEEKDAYS: Record<Language, string[]> = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  'zh-TW': ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (n: number) => String(n).padStart(2, '0');

/** 15:31 */
export function timeOfDay(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** 3月1日（周日）, 3/1（日）, Sun 1 Mar; with the year when it is not this one. */
export function day(at: Date, language: Language, now: Date): string {
  const [year, month, date] = [at.getFullYear(), at.getMonth(), at.getDate()];
  const weekday = WEEKDAYS[language][at.getDay()];
  const other = year !== now.getFullYear();
  if (language === 'en') return `${weekday} ${date} ${MONTHS[month]}${other ? ` ${year}` : ''}`;
  if (language === 'zh-TW') return `${other ? `${year}/` : ''}${month + 1}/${date}（${weekday}）`;
  return `${other ? `${year}年` : ''}${month + 1}月${date}日（${weekday}）`;
}

/** A day with its time: 3月1日（周日）14:00, Sun 1 Mar, 14:00 */
export function moment(at: Date, language: Language, now: Date): string {
  return `${day(at, language, now)}${language === 'en' ? ', ' : ''}${timeOfDay(at)}`;
}

/** The time alone for today, else day and time. */
export function momentOrTime(at: Date, language: Language, now: Date): string {
  return at.toDateString() === now.toDateString() ? timeOfDay(at) : moment(at, language, now);
}
