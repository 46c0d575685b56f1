import type { Span } from './span.js';

const CLAUSE_END = new Set(',，。;；!！?？\n…~～');
// An initial, a title, "p.m.": the dot behind them ends nothing.
const ABBREVIATED = /(?:^|[\s.])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Prof)$|\b[apAP]\.[mM]$/;
// A dot ends a sentence only after a word, never inside a number.
const ENGLISH_STOP = /[A-Za-z\u3400-\u9fff)"'\d]\.(?=\s|$)/;

/** The clauses of a text, without their closing signs; together with the gaps they make up the text. */
export function clausesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const ended = at === text.length || endsAt(text, at);
    if (!ended) continue;
    if (text.slice(start, at).trim()) spans.push({ start, end: at });
    start = at + 1;
  }
  return spans;
}

function endsAt(text: string, at: number): boolean {
  const char = text[at]!;
  // Written in haste: "不好.服务也差", "真的是....".
  if (char === '.' && /[\u3400-\u9fff.]/.test(text[at - 1] ?? '') && /[\u3400-\u9fff.]/.test(text[at + 1] ?? ''))
    return true;
  if (char === '.')
    return ENGLISH_STOP.test(text.slice(at - 1, at + 2)) && !ABBREVIATED.test(text.slice(Math.max(0, at - 6), at));
  // "1,280" is one number.
  if (char === ',' && /\d/.test(text[at - 1] ?? '') && /\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))) return false;
  // Typed in haste, a blank stands for a comma: "改主意了 我要退款".
  if (char === ' ')
    return (
      /[\u3400-\u9fff]{2}$/.test(text.slice(Math.max(0, at - 2), at)) &&
      /^ [\u3400-\u9fff]{2}/.test(text.slice(at, at + 3))
    );
  return CLAUSE_END.has(char);
}
