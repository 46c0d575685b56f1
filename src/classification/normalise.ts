import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 'tw', to: 'cn' });
// The converter takes 么 for a traditional character; as written today it is the simplified form of 麼.
const forms = new Map<string, string>([...'么麼麽'].map((character) => [character, '么']));

/**
 * One spelling for every script: compatibility forms folded, lower case, traditional Chinese as simplified. Every UTF-16
 * position of the result is the same position of the original, so that what is found here can be quoted from there.
 */
export function normalise(text: string): string {
  return simplified(lower(foldCompatible(text)));
}

/** Traditional Chinese characters as simplified ones; the rest, and the length, stay. */
export function simplified(text: string): string {
  return text.replace(/[\u3400-\u9fff]/g, simplifiedCharacter);
}

function simplifiedCharacter(character: string): string {
  const known = forms.get(character);
  if (known !== undefined) return known;
  const converted = convert(character);
  const form = converted.length === 1 ? converted : character;
  forms.set(character, form);
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
