import type { TFunction } from 'i18next';
import type { Language } from '../../../domain/language.js';
import type { ClockLeft } from '../api/case-shapes.js';

const WEEKDAYS: Record<Language, string[]> = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  'zh-TW': ['週日', '週一', '週二', '週三', '週四', '週五', '週六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const TODAY: Record<Language, [string, string]> = {
  'zh-CN': ['今天', '明天'],
  'zh-TW': ['今天', '明天'],
  en: ['today', 'tomorrow'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MINUTE = 60_000;
const HOUR = 3_600_000;

const formats = new Map<string | undefined, Intl.DateTimeFormat>();

/** Making one costs far more than using it. */
function formatOf(zone?: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}

/** Parts of an instant on the wall clock of a zone. */
export function wall(at: Date, zone?: string) {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute } = parts as Record<string, string>;
  return {
    date: `${year}-${month}-${day}`,
    year: Number(year),
    month: Number(month),
    day: Number(day),
    time: `${hour}:${minute}`,
  };
}

export const timeOfDay = (at: string | Date, zone?: string) => wall(new Date(at), zone).time;

/** 周五 15:20, Fri 15:20 */
export function weekdayTime(at: string | Date, language: Language, zone?: string): string {
  const { date, time } = wall(new Date(at), zone);
  return `${WEEKDAYS[language][new Date(`${date}T12:00:00Z`).getUTCDay()]} ${time}`;
}

/** 今天 16:30, 5月12日 10:12, 12 May 10:12; the year only when it is not this one. */
export function moment(at: string | Date, language: Language, now: Date, zone?: string): string {
  const then = wall(new Date(at), zone);
  const today = wall(now, zone);
  const tomorrow = wall(new Date(now.getTime() + 24 * HOUR), zone);
  if (then.date === today.date) return `${TODAY[language][0]} ${then.time}`;
  if (then.date === tomorrow.date) return `${TODAY[language][1]} ${then.time}`;
  const year = then.year === today.year ? '' : then.year;
  if (language === 'en') return `${then.day} ${MONTHS[then.month - 1]}${year && ` ${year}`} ${then.time}`;
  return `${year && `${year}年`}${then.month}月${then.day}日 ${then.time}`;
}

/** 2 工作日 3 小时, 4 h 20 min: the two largest units; a day of working time has the calendar's length. */
export function span(ms: number, t: TFunction, { working = false, dayMs = 24 * HOUR } = {}): string {
  const total = Math.max(MINUTE, Math.abs(ms));
  const days = Math.floor(total / dayMs);
  const hours = Math.floor((total % dayMs) / HOUR);
  const minutes = Math.floor(((total % dayMs) % HOUR) / MINUTE);
  const words = [
    days > 0 && t(working ? 'clock.wd' : 'clock.d', { count: days }),
    hours > 0 && t('clock.h', { count: hours }),
    days === 0 && minutes > 0 && t('clock.min', { count: minutes }),
  ];
  return words.filter(Boolean).join(' ') || t('clock.min', { count: 1 });
}

export type ClockTone = '' | 'soon' | 'late' | 'over' | 'hold' | 'kept';

const SOON_PERCENT = 80;
const ESCALATED_PERCENT = 150;

/** How a clock stands, as a tone and words. */
export function clockWords(clock: ClockLeft, t: TFunction): { tone: ClockTone; text: string } {
  const { state, leftMs, usedPercent, breached } = clock;
  const words = span(leftMs, t, clock);
  if (state === 'paused') return { tone: 'hold', text: t('clock.pausedCustomer') };
  if (state === 'ended') return { tone: '', text: t('clock.ended') };
  if (state === 'met')
    return { tone: 'kept', text: leftMs > MINUTE ? t('clock.early', { span: words }) : t('clock.met') };
  if (state === 'missed') return { tone: 'late', text: t('clock.late', { span: words }) };
  if (leftMs < 0 || breached) {
    return usedPercent >= ESCALATED_PERCENT
      ? { tone: 'over', text: t('clock.escalated', { span: words }) }
      : { tone: 'late', text: t('clock.over', { span: words }) };
  }
  return { tone: usedPercent >= SOON_PERCENT ? 'soon' : '', text: t('clock.left', { span: words }) };
}

const TOLD_DAY = /^(\d{4})-(\d{2})-(\d{2})(?: (?:(\d{2}:\d{2})|(dawn|morning|noon|afternoon|evening|night)))?$/;

/** A field's value as the customer told it; a day, with its time or part of the day, as the reader writes it. */
export function toldValue(value: string | undefined, t: TFunction, language: Language): string | undefined {
  const [, year, month, date, time, part] = TOLD_DAY.exec(value ?? '') ?? [];
  if (!year || !month || !date) return value;
  const weekday = WEEKDAYS[language][new Date(`${year}-${month}-${date}T12:00:00Z`).getUTCDay()];
  const other = Number(year) === new Date().getFullYear() ? '' : year;
  const day =
    language === 'en'
      ? `${weekday} ${Number(date)} ${MONTHS[Number(month) - 1]} ${other}`
      : `${other && `${other}年`}${Number(month)}月${Number(date)}日 ${weekday}`;
  return [day.trim(), time ?? (part && t(`dayPart.${part}`))].filter(Boolean).join(' ');
}
