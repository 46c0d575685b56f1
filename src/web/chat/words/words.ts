import type { Language } from '../../shared/language.js';

/** Every word of the chat page that is the page's own; what the assistant says comes from the desk. */
export interface Words {
  title: string;
  subtitle: string;
  skip: string;
  conversation: string;
  messages: string;
  close: string;
  assistant: string;
  colleague: string;
  me: string;
  says: (who: string) => string;
  withPerson: (name: string) => string;
  /** What a person who answers is. */
  role: string;
  typing: (name: string) => string;
  newMessages: string;

  hello: { title: string; text: string; automatic: string; person: string };
  quick: { complaint: string; status: string; suggestion: string; agent: string };
  steps: { title: string; under: string; list: [string, string][] };
  afterSubmit: string;

  noted: {
    title: string;
    kept: (time: string) => string;
    count: (n: number) => string;
    asking: string;
    change: string;
  };
  yourCase: string;
  changeTo: (label: string) => string;
  changeLabel: (label: string) => string;

  chosen: string;
  receipt: {
    title: string;
    filed: string;
    number: string;
    copy: string;
    copied: string;
    progress: string;
    save: string;
  };
  receiptNext: string;

  write: string;
  placeholder: {
    first: string;
    question: string;
    readBack: string;
    offline: string;
    more: string;
    person: (name: string) => string;
  };
  send: string;
  attach: string;
  drop: string;
  when: { today: string; yesterday: string; pick: string; use: string; label: string };
  pickFile: string;
  file: (name: string, size: string) => string;
  files: (n: number) => string;

  sending: string;
  stored: string;
  uploading: (percent: number) => string;
  waiting: (place: number) => string;
  takeBack: string;
  failed: string;
  again: string;
  tooLong: string;

  offline: {
    head: string;
    lost: string;
    title: string;
    kept: (n: number) => string;
    next: (seconds: number) => string;
    tryNow: string;
  };
  rest: (seconds: number) => string;
  renewed: string;
  refusedFile: (name: string, tooLarge: boolean) => string;
  switchTo: string;
}

const FILES: Record<Language, () => Promise<{ words: Words }>> = {
  'zh-CN': () => import('./zh-cn.js'),
  'zh-TW': () => import('./zh-tw.js'),
  en: () => import('./en.js'),
};

/** Fetches one language's words; a phone on a slow network need not wait for the others. */
export async function loadWords(language: Language): Promise<Words> {
  const { words } = await FILES[language]();
  return words;
}
