import type { Language } from '../../shared/language.js';
import { en } from './en.js';
import { zhCN } from './zh-cn.js';
import { zhTW } from './zh-tw.js';

/** The status page's own words; what concerns the case comes from the desk. */
export interface StatusWords {
  title: (number: string) => string;
  brand: string;
  skip: string;
  number: string;
  loading: string;
  closedLink: { title: string; text: string };
  unreachable: { title: string; text: string; again: string };
  next: { label: string; latest: string; left: (span: string) => string; late: (span: string) => string };
  path: { title: string; done: string; here: string; late: string };
  promises: {
    title: string;
    kept: string;
    keptLate: (span: string) => string;
    late: (span: string) => string;
    by: (moment: string) => string;
  };
  done: string;
  said: { title: string; outcome: string };
  more: { title: string; placeholder: string; added: string; text: string; link: string };
  asks: {
    title: string;
    why: string;
    words: string;
    send: string;
    back: string;
    later: string;
    needWords: string;
    needChoice: string;
  };
  given: string;
  notGiven: string;
}

export const WORDS: Record<Language, StatusWords> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
