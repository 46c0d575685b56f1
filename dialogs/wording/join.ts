import type { Language } from '../../src/domain/language.js';

const WIDE = /[\u3000-\u303f\uff00-\uffef“”‘’…]/u;
const HAN = /\p{Script=Han}/u;
const NARROW = /[\p{L}\p{N}+$%@#*)]/u;

/** A value or the words beside it, as they stand in a text. */
export interface Piece {
  text: string;
  /** Filled in, rather than of the text itself. */
  value: boolean;
}

/**
 * Puts pieces together as each language spaces them: in Chinese one space between Han and Latin or digits, none around
 * full-width marks or between Han; in English never two spaces, none before a mark.
 */
export function join(pieces: Piece[], language: Language): string {
  let text = '';
  let lastIsValue = false;
  for (const piece of pieces) {
    if (piece.text === '') {
      lastIsValue ||= piece.value;
      continue;
    }
    const filled = piece.value || lastIsValue;
    text = filled && text !== '' ? beside(text, piece.text, language, piece.value && lastIsValue) : text + piece.text;
    // A lone space between two values keeps them apart: "姓名 王小明".
    if (piece.text !== ' ') lastIsValue = piece.value;
  }
  return text.trim();
}

function beside(left: string, right: string, language: Language, values: boolean): string {
  const [l, r] = [left.replace(/ +$/, ''), right.replace(/^ +/, '')];
  const spaced = l !== left || r !== right;
  if (r === '') return `${l} `;
  if (language === 'en') return l + (spaced && l !== '' && !/\n$/.test(l) && !/^[.,;:?!)\n]/.test(r) ? ' ' : '') + r;
  return l + (chineseGap([...l].at(-1) ?? '', [...r][0] ?? '', spaced, values) ? ' ' : '') + r;
}

function chineseGap(before: string, after: string, spaced: boolean, values: boolean): boolean {
  if (/^\s?$/.test(before) || /\s/.test(after) || WIDE.test(before) || WIDE.test(after)) return false;
  const [left, right] = [HAN.test(before), HAN.test(after)];
  if (left && right) return values && spaced;
  if (left ? NARROW.test(after) : right && NARROW.test(before)) return true;
  return spaced;
}
