import type { Language } from '../../shared/language.js';
import type { Control } from '../shapes.js';
import { en } from './en.js';
import { zhCN } from './zh-cn.js';
import { zhTW } from './zh-tw.js';

/** The desk's own words. Names of the desk's data come by id; ids without a word here are shown as they are. */
export interface DeskWords {
  skip: string;
  desk: string;
  sections: { conversations: string; cases: string; open: string };
  pickConversation: string;
  loading: string;

  signIn: string;
  signOut: string;
  sessionEnded: string;
  name: string;
  password: string;
  invited: string;
  newPassword: string;
  accept: string;

  control: Record<Control, string>;
  nobody: string;
  urgent: string;
  takeOverFirst: string;
  yours: string;
  messages: string;
  from: { bot: string; agent: string; customer: string };
  undelivered: string;
  file: string;
  reply: string;
  send: string;

  optional: string;
  listHint: string;
  pairsHint: string;
  filter: { q: string; stage: string; owner: string; apply: string };
  noCases: string;
  more: string;
  parts: { fields: string; case: string; conversation: string; timeline: string; clocks: string; operations: string };
  overdue: string;
  performed: (operation: string) => string;
  opened: string;

  verbs: Record<string, string>;
  problems: Record<string, string>;
  /** The name of an argument or a part of a case. */
  argument: (id: string) => string;
  /** A value that is an id of the desk's, such as a status. */
  value: (id: string) => string;
}

export const WORDS: Record<Language, DeskWords> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
