import type { Language } from '../src/domain/language.js';
import type { MessageEvent } from './listen.js';
import type { Turn } from './turn.js';
import { detectLanguage } from './understanding/language.js';

/** So many whole messages in another language, and the bot goes over to it. */
const ENOUGH = 2;
/** Fewer characters may be a name, a yes, a number. */
const WHOLE = 8;

/** Whether a text holds much of another script than the one it is answered in; single names and words do not count. */
export function isMixed(text: string, language: Language): boolean {
  const han = text.match(/\p{Script=Han}+/gu)?.length ?? 0;
  const latin = text.replace(/\S*\d\S*/g, '').match(/\b[a-z]{2,}\b/g)?.length ?? 0;
  return language === 'en' ? han >= 2 : latin >= 4;
}

/** Answers in the language of most words: at once where it was only guessed, after two whole messages otherwise. */
export function chooseLanguage(turn: Turn, event: MessageEvent): void {
  if (turn.languageChosen || event.choice !== undefined) return;
  const said = detectLanguage(event.text, turn.language);
  const { memory } = turn;
  if (said === undefined || !turn.context.playbook.languages.includes(said)) return;
  if (said === turn.language) {
    if (event.text.trim().length >= WHOLE) delete memory['languageGuessed'];
    delete memory['otherLanguage'];
    return;
  }
  if (memory['languageGuessed']) {
    if (event.text.trim().length >= WHOLE) delete memory['languageGuessed'];
    turn.language = said;
    return;
  }
  if (event.text.trim().length < WHOLE) return;
  const times = memory['otherLanguage'] === said ? ENOUGH : 1;
  if (times < ENOUGH) memory['otherLanguage'] = said;
  else {
    turn.language = said;
    delete memory['otherLanguage'];
  }
}
