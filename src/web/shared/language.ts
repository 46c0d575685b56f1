import type { Language } from '../../domain/language.js';
import { keep } from './browser-keep.js';

export type { Language };

export const LANGUAGE_NAMES: Record<Language, string> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };

const KEY = 'redress.language';

/** The language nearest to a BCP 47 tag, or undefined when it is none of ours. */
export function nearestLanguage(tag: string | null | undefined): Language | undefined {
  const lower = tag?.toLowerCase() ?? '';
  if (/^zh\b/.test(lower)) return /tw|hk|mo|hant/.test(lower) ? 'zh-TW' : 'zh-CN';
  return /^en\b/.test(lower) ? 'en' : undefined;
}

/** What the reader chose before, else what the link or the page asks for, else the browser's. */
export function firstLanguage(asked?: string | null): Language {
  const tags = [keep.get(KEY), asked, ...navigator.languages];
  return tags.map(nearestLanguage).find((language) => language !== undefined) ?? 'zh-CN';
}

export function rememberLanguage(language: Language): void {
  keep.set(KEY, language);
}

/** The `lang` of words that somebody else wrote: glyphs follow it. Undefined where the page's own language fits. */
export function langOfText(text: string, page: Language): string | undefined {
  const chinese = /\p{Script=Han}/u.test(text);
  if (page === 'en') return chinese ? 'zh' : undefined;
  return !chinese && /[a-z]{3}/i.test(text) ? 'en' : undefined;
}
