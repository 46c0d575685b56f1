/** The languages that Redress speaks; every text that a person reads exists in each. */
export type Language = 'zh-CN' | 'zh-TW' | 'en';

export const LANGUAGES: readonly Language[] = ['zh-CN', 'zh-TW', 'en'];

/** One text in every language. */
export type Texts = Record<Language, string>;

/** The language closest to a BCP 47 tag, or undefined when it is none that we speak. */
export function languageOf(tag: string | undefined): Language | undefined {
  if (!tag) return undefined;
  const lower = tag.toLowerCase();
  if (/^zh\b.*(tw|hk|mo|hant)/.test(lower)) return 'zh-TW';
  if (/^zh\b/.test(lower)) return 'zh-CN';
  return /^en\b/.test(lower) ? 'en' : undefined;
}
