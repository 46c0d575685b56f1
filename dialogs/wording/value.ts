import type { Language } from '../../src/domain/language.js';
import type { Phrase, PhraseValue } from '../../src/domain/phrase.js';
import { localDay, offsetAt } from '../../src/domain/zone-time.js';
import { writtenAmount } from './amount.js';
import { dayPart, readMoment, writtenDay, writtenTime } from './date.js';
import { promiseTime } from './promise-time.js';
import { UnknownPhrase } from './unknown-phrase.js';
import type { WordContext } from './word.js';

/** How a value is written: in which language, of which phrase, with what at hand. */
export interface Writing {
  language: Language;
  context: WordContext;
  /** The phrase being worded, for messages of errors. */
  key: string;
  /** English labels in the middle of a sentence begin small: "order number". */
  small: boolean;
  word(phrase: Phrase): string;
}

const ZONES: Record<string, string> = { 'Asia/Shanghai': 'zone.china', 'Asia/Taipei': 'zone.taipei' };

/** One value in words. */
export function written(value: PhraseValue, writing: Writing): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return value.toLocaleString('en-US');
  if ('date' in value) return moment(value.date, value.form, writing);
  if ('amount' in value) return amount(value, writing);
  if ('phrase' in value) return small(writing.word(value.phrase), writing, value.phrase.key.startsWith('field.'));
  if ('texts' in value) return small(inLanguage(value.texts, writing), writing, true);
  if ('list' in value) return list(value.list, writing);
  return lines(value.lines, writing);
}

function moment(text: string, form: 'promise' | 'past' | 'vague' | 'day', writing: Writing): string {
  const { language, context } = writing;
  const read = readMoment(text, context.zone);
  if (!read) throw new UnknownPhrase(writing.key, `"${text}" is no time`);
  const day = writtenDay(read.day, language, localDay(context.now.getTime(), context.zone));
  if (read.at === undefined || form === 'day') return day;
  if (form === 'vague') {
    return writing.word({ key: `value.vague.${dayPart(read.at, context.zone)}`, values: { day } });
  }
  const at = form === 'promise' ? promiseTime(new Date(read.at), context.now, context.zone).getTime() : read.at;
  const time = writtenTime(at, language, context.zone, context.now.getTime());
  return context.nameZone ? withZone(time, at, writing) : time;
}

function withZone(time: string, at: number, writing: Writing): string {
  const { zone } = writing.context;
  const hours = offsetAt(at, zone) / 3_600_000;
  const values = { time, zone: `UTC${hours < 0 ? '−' : '+'}${Math.abs(hours)}` };
  return writing.word({ key: ZONES[zone] ?? 'zone.other', values });
}

function amount(value: { amount: number; currency?: string }, { language, context }: Writing): string {
  const own = context.currency ?? 'CNY';
  return writtenAmount(value.amount, language, value.currency ?? own, own);
}

function inLanguage(texts: Record<string, string>, { language, key }: Writing): string {
  const text = texts[language];
  if (text === undefined) throw new UnknownPhrase(key, `a text is missing in ${language}`);
  return text;
}

function small(text: string, writing: Writing, label: boolean): string {
  if (!label || !writing.small || writing.language !== 'en') return text;
  return text.replace(/^[A-Z](?=[a-z-])/, (letter) => letter.toLowerCase());
}

function list(items: PhraseValue[], writing: Writing): string {
  const words = items.map((item) => written(item, writing)).filter((item) => item !== '');
  if (writing.language === 'en') return words.join(', ');
  // What has values of its own is a clause and not a name.
  const clauses = items.some((item) => typeof item === 'object' && 'phrase' in item && item.phrase.values);
  return words.join(clauses ? '，' : '、');
}

function lines(pairs: [PhraseValue, PhraseValue][], writing: Writing): string {
  const upright = { ...writing, small: false };
  const colon = writing.language === 'en' ? ': ' : '：';
  return pairs
    .map(([label, value]) => `${written(label, upright)}${colon}${written(value, upright).replace(/\s*\n\s*/g, ' ')}`)
    .join('\n');
}
