import type { Case } from '../domain/case.js';
import type { TextReader } from '../domain/ports.js';
import { searchedText } from '../domain/searched-text.js';

const HAN_OR_NOT = /\p{Script=Han}+|[^\p{Script=Han}\s]+/gu;
const HAN = /\p{Script=Han}/u;
const NO_LETTER = /[^\p{L}\p{N}\p{M}]+/gu;
const HAS_LETTER = /[\p{L}\p{N}]/u;
/** Kept inside a number as it is written; everything else between two words ends the first. */
const ENDS_A_WORD = /[^\p{L}\p{N}\p{M}\-._/+#:]+/u;
/** Numbers are also found without what they are written with. */
const LONGEST_NUMBER = 60;
const MOST_WORDS = 24;

/** Nothing that a text column cannot hold. */
const clean = (text: string) => text.replace(/[\0\p{Cs}]/gu, ' ');

/** All that a case is found by, in one spelling; numbers also without dashes and blanks. */
export function textOf(of: Case, { normalise }: TextReader): string {
  const lines = searchedText(of).flatMap((text) => {
    const line = clean(normalise(text));
    const bare = line.replace(NO_LETTER, '');
    return line.length <= LONGEST_NUMBER && /\d/.test(line) && bare !== line ? [line, bare] : [line];
  });
  return lines.join('\n');
}

/**
 * What somebody looks for: of each list one must stand in the text, letter by letter. Chinese is cut into words, so that
 * they need not stand side by side; a number may be written with or without what stands between its digits.
 */
export function soughtBy(q: string, { normalise, words }: TextReader): string[][] {
  const text = clean(normalise(q)).trim();
  if (text === '') return [];
  if (!HAS_LETTER.test(text)) return [[text]];
  const parts = text.match(HAN_OR_NOT) ?? [];
  const sought = parts.flatMap((part) => {
    if (HAN.test(part)) return words(part).map((word) => [word]);
    return part.split(ENDS_A_WORD).flatMap(writtenWays);
  });
  const distinct = new Map(sought.map((ways) => [ways.join('\n'), ways]));
  return [...distinct.values()].slice(0, MOST_WORDS);
}

function writtenWays(word: string): string[][] {
  if (!/\d/.test(word))
    return word
      .split(NO_LETTER)
      .filter(Boolean)
      .map((one) => [one]);
  const trimmed = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
  return [[...new Set([trimmed, trimmed.replace(NO_LETTER, '')])]];
}

/** As a regular expression that means these characters and nothing else. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
