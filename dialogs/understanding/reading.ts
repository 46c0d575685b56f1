import { clausesOf } from './clauses.js';
import { simplified } from './simplified.js';
import type { Span } from './span.js';

export type { Span } from './span.js';

/** Stands where something was taken; in no alphabet, so that no pattern reads across it. */
export const TAKEN = '\uE000';

/** Full-width letters, digits and signs as half-width ones (but for the comma, which is none of a number's), traditional characters as simplified ones; the length stays. */
export function plainOf(text: string): string {
  const half = text
    .replace(/[！-＋－-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑–—－]/g, '-');
  return simplified(half);
}

/** A value found in a message for a field. */
export interface Find extends Span {
  field: string;
  value: string;
  sure: boolean;
  vague?: boolean;
  other?: string;
  /** The other value was said as well, in words of its own. */
  two?: boolean;
  /** What of the span is taken; absent: all of it. */
  parts?: Span[];
}

/** A message while it is read: `plain` and `visible` have the text's length, so that a position in one holds in all. */
export class Reading {
  readonly plain: string;
  /** `plain` without what was already taken. */
  visible: string;

  readonly clauses: readonly Span[];

  constructor(readonly text: string) {
    this.plain = plainOf(text);
    this.clauses = clausesOf(this.plain);
    this.visible = this.plain;
  }

  /** Nothing that is read later may use these spans. */
  take(...spans: Span[]): void {
    for (const { start, end } of spans) {
      this.visible = this.visible.slice(0, start) + TAKEN.repeat(end - start) + this.visible.slice(end);
    }
  }

  /** The customer's own characters. */
  original(span: Span): string {
    return this.text.slice(span.start, span.end);
  }
}

/** The span of one group of a match made with the flag `d`; undefined where the group took no part. */
export function groupSpan(match: RegExpMatchArray, group: number | string): Span | undefined {
  const pair = typeof group === 'number' ? match.indices?.[group] : match.indices?.groups?.[group];
  return pair && { start: pair[0], end: pair[1] };
}

/** The span without blanks and the given signs at both ends. */
export function trimSpan(text: string, { start, end }: Span, signs = /[\s,，。.、;；:：!！~～]/): Span {
  while (start < end && signs.test(text[start]!)) start += 1;
  while (end > start && signs.test(text[end - 1]!)) end -= 1;
  return { start, end };
}
