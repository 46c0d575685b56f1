import type { Language } from '../../src/domain/language.js';
import { en } from './en.js';
import { zhCN } from './zh-CN.js';
import { zhTW } from './zh-TW.js';

/** The name of a text that exists in every language; a wrong one does not compile. */
export type PhraseKey = keyof typeof zhCN;

/** Every text by language and key. `{placeholders}` are filled by `word`. */
export const PHRASES: Record<Language, Record<PhraseKey, string>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
