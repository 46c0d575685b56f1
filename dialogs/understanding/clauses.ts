import type { Span } from './span.js';

const CLAUSE_END = new Set(',，。;；!！?？\n…~～');
const SENTENCE_END = new Set('。;；!！?？\n…');
// A dot ends a sentence only after a word, never inside a number or an abbreviation such as "p.m.".
const ENGLISH_STOP = /[A-Za-z\u3400-\u9fff)"'\d]\.(?=\s|$)/;

/** The clauses of a text, without their closing signs; together with the gaps they make up the text. */
export const clausesOf = (text: string): Span[] => split(text, CLAUSE_END);

/** The sentences of a text, without their closing signs. */
export const sentencesOf = (text: string): Span[] => split(text, SENTENCE_END);

function split(text: string, ends: Set<string>): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const ended = at === text.length || endsAt(text, at, ends);
    if (!ended) continue;
    if (text.slice(start, at).trim()) spans.push({ start, end: at });
    start = at + 1;
  }
  return spans;
}

function endsAt(text: string, at: number, ends: Set<string>): boolean {
  const char = text[at]!;
  if (char === '.') return ENGLISH_STOP.test(text.slice(at - 1, at + 2)) && !/\b[ap]\.m$/i.test(text.slice(at - 4, at));
  // "1,280" is one number.
  if (char === ',' && /\d/.test(text[at - 1] ?? '') && /\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))) return false;
  return ends.has(char);
}

/** The sentence that a position is in. */
export function sentenceAround(text: string, position: number): Span {
  return (
    sentencesOf(text).find(({ start, end }) => start <= position && position <= end) ?? { start: 0, end: text.length }
  );
}
