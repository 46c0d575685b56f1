import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 'tw', to: 'cn' });
const known = new Map<string, string>();

/** The simplified form of one character; characters whose form has another length stay, so that positions hold. */
export function simplifiedChar(char: string): string {
  const before = known.get(char);
  if (before !== undefined) return before;
  const converted = convert(char);
  const simple = converted.length === char.length ? converted : char;
  known.set(char, simple);
  return simple;
}

const HAN = /[㐀-鿿]/g;

/** Simplified character by character: the result has the length of the text. */
export const simplified = (text: string): string => text.replace(HAN, simplifiedChar);
