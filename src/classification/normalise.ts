import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 'tw', to: 'cn' });
const [FIRST, LAST] = [0x3400, 0x9fff];
/** The simplified form of each character, by code; 0 until it is asked for. */
const forms = new Uint16Array(LAST - FIRST + 1);
// The converter takes 么 for a traditional character; as written today it is the simplified form of 麼.
for (const character of '么麼麽') forms[character.charCodeAt(0) - FIRST] = '么'.charCodeAt(0);

/**
 * One spelling for every script: compatibility forms folded, lower case, traditional Chinese as simplified. Every UTF-16
 * position of the result is the same position of the original, so that what is found here can be quoted from there.
 */
export function normalise(text: string): string {
  return simplified(lower(foldCompatible(text)));
}

/** Traditional Chinese characters as simplified ones; the rest, and the length, stay. */
export function simplified(text: string): string {
  let result = '';
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const form = formOf(code);
    if (form === code) continue;
    result += text.slice(done, at) + String.fromCharCode(form);
    done = at + 1;
  }
  return result + text.slice(done);
}

function formOf(code: number): number {
  if (code < FIRST || code > LAST) return code;
  const known = forms[code - FIRST]!;
  if (known !== 0) return known;
  const converted = convert(String.fromCharCode(code));
  const form = converted.length === 1 ? converted.charCodeAt(0) : code;
  forms[code - FIRST] = form;
  return form;
}

function lower(text: string): string {
  const lowered = text.toLowerCase();
  return lowered.length === text.length ? lowered : keepLength(text, (character) => character.toLowerCase());
}

function foldCompatible(text: string): string {
  const folded = text.normalize('NFKC');
  return folded === text ? text : keepLength(text, (character) => character.normalize('NFKC'));
}

/** Maps character by character, leaving those alone whose mapping would move the ones after them. */
function keepLength(text: string, map: (character: string) => string): string {
  let result = '';
  for (const character of text) {
    const mapped = map(character);
    result += mapped.length === character.length ? mapped : character;
  }
  return result;
}
