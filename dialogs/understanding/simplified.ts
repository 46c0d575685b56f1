import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 'tw', to: 'cn' });
const [FIRST, LAST] = [0x3400, 0x9fff];
const CHINESE = /[\u3400-\u9fff]/;

/** The simplified form of each character, by code; 0 until it is asked for. */
const forms = new Uint16Array(LAST - FIRST + 1);
// The converter takes 么 for a traditional character; as written today it is the simplified form of 麼.
for (const char of '么麼麽') forms[char.charCodeAt(0) - FIRST] = '么'.charCodeAt(0);

function formOf(code: number): number {
  const known = forms[code - FIRST]!;
  if (known !== 0) return known;
  const converted = convert(String.fromCharCode(code));
  // A form of another length would shift every position behind it.
  const form = converted.length === 1 ? converted.charCodeAt(0) : code;
  forms[code - FIRST] = form;
  return form;
}

/** The simplified form of one character. */
export function simplifiedChar(char: string): string {
  const code = char.charCodeAt(0);
  return char.length === 1 && code >= FIRST && code <= LAST ? String.fromCharCode(formOf(code)) : char;
}

const CHUNK = 8192;

/** Simplified character by character: the result has the length of the text. */
export function simplified(text: string): string {
  if (!CHINESE.test(text)) return text;
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    codes[at] = code >= FIRST && code <= LAST ? formOf(code) : code;
  }
  let result = '';
  for (let at = 0; at < codes.length; at += CHUNK) result += String.fromCharCode(...codes.subarray(at, at + CHUNK));
  return result;
}
