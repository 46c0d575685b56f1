import type { Language } from '../../domain/language.js';

const UNITS: Record<Language, [string, string, string]> = {
  'zh-CN': [' 天', ' 小时', ' 分钟'],
  'zh-TW': [' 天', ' 小時', ' 分鐘'],
  en: [' d', ' h', ' min'],
};

/** 3 天 18 小时, 2 小時 10 分鐘, 4 min: the two largest units. */
export function span(milliseconds: number, language: Language): string {
  const minutes = Math.max(1, Math.round(Math.abs(milliseconds) / 60_000));
  const parts = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const first = parts.findIndex((n) => n > 0);
  const shown = parts.map((n, i) => (n > 0 && i < first + 2 ? `${n}${UNITS[language][i]}` : ''));
  return shown.filter(Boolean).join(' ');
}
