import type { Language } from '../../src/domain/language.js';
import type { Phrase } from '../../src/domain/phrase.js';
import { join, type Piece } from './join.js';
import { type Part, partsOf } from './template.js';
import { UnknownPhrase } from './unknown-phrase.js';
import { written } from './value.js';
import type { WordContext } from './word.js';

// Labels stand inside a sentence here; elsewhere a text keeps its capital.
const LABELS = new Set(['field', 'label', 'missing', 'list', 'facts']);
// Whole sentences of staff, which may lack their full stop.
const SENTENCES = new Set(['what', 'change', 'text', 'next', 'reason']);

/** A phrase's text with its placeholders filled; an UnknownPhrase when one has no value. */
export function fill(
  text: string,
  phrase: Phrase,
  language: Language,
  context: WordContext,
  word: (phrase: Phrase) => string,
): string {
  const pieces: Piece[] = [];
  const names: (string | undefined)[] = [];
  const add = (parts: Part[]): void => {
    for (const part of parts) {
      if (typeof part === 'string') {
        pieces.push({ text: part, value: false });
        names.push(undefined);
        continue;
      }
      const value = phrase.values?.[part.name];
      if (value === undefined) throw new UnknownPhrase(phrase.key, `{${part.name}} has no value`);
      if ('one' in part) {
        add(value === 1 ? part.one : part.other);
        continue;
      }
      const small = LABELS.has(part.name);
      pieces.push({ text: written(value, { language, context, key: phrase.key, small, word }), value: true });
      names.push(part.name);
    }
  };
  add(partsOf(text));
  pieces.forEach((piece, index) => {
    if (piece.value) settle(pieces, index, names[index] ?? '', language);
  });
  return join(pieces, language);
}

/** Fits the marks around a value to it. */
function settle(pieces: Piece[], index: number, name: string, language: Language): void {
  const [before, value, after] = [pieces[index - 1], pieces[index], pieces[index + 1]];
  if (!value) return;
  if (name === 'quote' && value.text === '') return dropQuotes(before, after);
  if (name === 'example' && value.text === '') return dropExample(before, after);
  if (language === 'en' && value.text.startsWith('your ') && before)
    before.text = before.text.replace(/\b(the|a) $/i, '');
  if (!after || value.text === '') return;
  if (/^[。.，,；;？?]/.test(after.text)) {
    if (/[？！?!]$/.test(value.text) && /^[。.]/.test(after.text)) after.text = after.text.slice(1);
    else value.text = value.text.replace(/[。.；;]$/, '');
  } else if (
    SENTENCES.has(name) &&
    beginsSentence(after, pieces[index + 2]) &&
    /[\p{L}\p{N}%）)”」]$/u.test(value.text)
  ) {
    value.text += language === 'en' ? '.' : '。';
  }
}

function beginsSentence(after: Piece, next: Piece | undefined): boolean {
  return /^ (\p{Script=Han}|[A-Z])/u.test(after.text) || (after.text === ' ' && next !== undefined);
}

/** Nothing fit to quote was said: the quotation marks and their colon go too. */
function dropQuotes(before: Piece | undefined, after: Piece | undefined): void {
  if (before) before.text = before.text.replace(/[“「]$/, '');
  if (after) after.text = after.text.replace(/^[”」][，：:,]?\s*/, '');
}

/** A field without an example: "for example" goes with it. */
function dropExample(before: Piece | undefined, after: Piece | undefined): void {
  if (!before) return;
  before.text = before.text.replace(/(，|,)?\s*(例如|e\.g\.)\s*$/i, '');
  if (after && /[？?]$/.test(before.text)) after.text = after.text.replace(/^[。.]/, '');
}
