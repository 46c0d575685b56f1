import type { Language, Texts } from '../../src/domain/language.js';
import type { Phrase, PhraseValue } from '../../src/domain/phrase.js';
import { PHRASES } from '../phrases/phrase-keys.js';
import { fill } from './fill.js';
import { UnknownPhrase } from './unknown-phrase.js';

/** What wording needs beside the phrase. */
export interface WordContext {
  /** The reader's time zone. */
  zone: string;
  now: Date;
  /** The playbook's rewordings: they win for `ask.*`, `why.*`, `feel.*`, `stage.*` and give `category.*`. */
  overrides?: Record<string, Texts>;
  /** The desk's own currency, an ISO 4217 code; CNY unless given. */
  currency?: string;
  /** Times name their zone, because the reader may take them for their own. */
  nameZone?: boolean;
}

const REWORDABLE = /^(ask|why|feel|stage|category)\./;
const SAME_LINE = /^(why\.|readback\.(sign|submit|change|rest|now)$|repair\.mixed$|receipt\.by$)/;

/**
 * Puts phrases into words; strings (a person's own words) pass unchanged. Several stand one a line; a reason follows
 * its question on the same line. An UnknownPhrase for a key, a placeholder or a language without a text.
 */
export function word(what: Phrase | string | (Phrase | string)[], language: Language, context: WordContext): string {
  if (!Array.isArray(what)) return typeof what === 'string' ? what : one(what, language, context);
  let text = '';
  what.forEach((phrase, index) => {
    const next = word(phrase, language, context);
    if (text === '' || next === '') text += next;
    else if (continues(phrase, what[index - 1])) text += (language === 'en' ? ' ' : '') + next;
    else text += `\n${next}`;
  });
  return text;
}

function continues(phrase: Phrase | string, before: Phrase | string | undefined): boolean {
  if (typeof phrase === 'string' || !SAME_LINE.test(phrase.key)) return false;
  // A read-back's lines end with a value: what follows them begins a line.
  return !(typeof before === 'object' && Object.values(before.values ?? {}).some(isLines));
}

function isLines(value: PhraseValue): boolean {
  return typeof value === 'object' && 'lines' in value;
}

function one(phrase: Phrase, language: Language, context: WordContext): string {
  const reworded = REWORDABLE.test(phrase.key) ? context.overrides?.[phrase.key]?.[language] : undefined;
  const texts: Record<string, string> = PHRASES[language];
  const text = reworded ?? (Object.hasOwn(texts, phrase.key) ? texts[phrase.key] : undefined);
  if (text === undefined) throw new UnknownPhrase(phrase.key, `no text in ${language}`);
  return fill(text, phrase, language, context, (inner) => one(inner, language, context));
}
