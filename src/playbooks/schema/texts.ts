import { z } from 'zod';
import { LANGUAGES, type Language, type Texts } from '../../domain/language.js';

/** What people read, in every language that the playbook lists; the others repeat its first. */
export type TextsSchema = z.ZodType<Texts>;

const said = z.string().trim().min(1).max(2000);

export function textKeys(languages: Language[]) {
  const key = (language: Language) => (languages.includes(language) ? said : said.optional());
  return { 'zh-CN': key('zh-CN'), 'zh-TW': key('zh-TW'), en: key('en') };
}

/** The texts among a map's keys. */
export function textsOf(map: Partial<Record<Language, string>>, languages: Language[]): Texts {
  const first = map[languages[0]!]!;
  return Object.fromEntries(LANGUAGES.map((language) => [language, map[language] ?? first])) as Texts;
}

export function textsSchema(languages: Language[]): TextsSchema {
  return z.strictObject(textKeys(languages)).transform((map) => textsOf(map, languages));
}

/** One text for all languages (an order number), or one for each. */
export function sameOrTexts(texts: TextsSchema): TextsSchema {
  const everywhere = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number'
      ? Object.fromEntries(LANGUAGES.map((language) => [language, String(value)]))
      : value;
  return z.preprocess(everywhere, texts);
}
