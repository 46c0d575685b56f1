import type { PhraseValue } from '../../src/domain/phrase.js';

const SHOWN = 120;

/** The story as a read-back shows it: word for word, the end of a long one left out and said to be kept. */
export function storyShown(story: string): PhraseValue {
  const line = story.trim().replace(/\s*\n\s*/g, ' ');
  const characters = [...line];
  if (characters.length <= SHOWN) return line;
  const cut = characters.slice(0, SHOWN).join('');
  // An English word is not broken, unless it is most of what is shown.
  const text =
    /\w$/.test(cut) && /^\w/.test(characters[SHOWN] ?? '') ? cut.replace(/(?<=.{60})\s\S{0,30}$/su, '') : cut;
  return { phrase: { key: 'value.cut', values: { text } } };
}
