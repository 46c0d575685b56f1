import type { Language } from '../src/domain/language.js';
import type { MessageEvent } from './listen.js';
import type { Turn } from './turn.js';
import { detectLanguage } from './understanding/language.js';

/** So many whole messages in another language, and the bot goes over to it. */
const ENOUGH = 2;
/** Fewer words, or Chinese characters, may be a name, a yes, an id; and a command tells nothing of the language. */
const WHOLE = 4;
const COMMAND = /^\s*(?:change|edit)\b.{0,30}$/i;

/** Whether a text holds much of another script than the one it is answered in; single names and words do not count. */
export function isMixed(text: string, language: Language): boolean {
  const han = text.match(/\p{Script=Han}+/gu)?.length ?? 0;
  const latin = text.replace(/\S*\d\S*/g, '').match(/\b[a-z]{2,}\b/g)?.length ?? 0;
  return language === 'en' ? han >= 2 : latin >= 4;
}

/**
 * Answers in the language of most words. Until a whole message has told it, it is only guessed: any word decides where
 * nothing was known, a whole message where the app's own language was. After that it takes two whole messages.
 */
export function chooseLanguage(turn: Turn, event: MessageEvent): void {
  if (turn.languageChosen || event.choice !== undefined || COMMAND.test(event.text)) return;
  const said = detectLanguage(event.text, turn.language);
  const { memory } = turn;
  if (said === undefined || !turn.context.playbook.languages.includes(said)) return;
  if (said === turn.language) {
    if (isWhole(event.text)) delete memory['languageGuessed'];
    delete memory['otherLanguage'];
    return;
  }
  if (memory['languageGuessed'] && (isWhole(event.text) || memory['languageGuessed'] === 'nothing')) {
    if (isWhole(event.text)) delete memory['languageGuessed'];
    turn.language = said;
    return;
  }
  if (!isWhole(event.text)) return;
  const times = memory['otherLanguage'] === said ? ENOUGH : 1;
  if (times < ENOUGH) memory['otherLanguage'] = said;
  else {
    turn.language = said;
    delete memory['otherLanguage'];
  }
}

function isWhole(text: string): boolean {
  const words = text.match(/[a-z]{2,}/gi)?.length ?? 0;
  return Math.max(words, text.match(/\p{Script=Han}/gu)?.length ?? 0) >= WHOLE;
}
