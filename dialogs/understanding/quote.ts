import type { Language } from '../../src/domain/language.js';
import { matchesOf } from '../../src/domain/matches.js';
import { clausesOf } from './clauses.js';
import { insults } from './insults.js';
import { plainOf, trimSpan, type Span } from './reading.js';
import { troubleIn } from './weighty.js';

/** Numbers that point at a person or an order, what was hidden of them, and addresses. */
const PERSONAL =
  /\d{5}|\*{2}|\d[\d\s-]{6,}\d|\S@\S|https?:|[A-Z]{2}\d{3}|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]\w{5}/;
const IDLE =
  /^(?:你好|您好|在吗|喂|请问|谢谢|hi|hello|hey|thanks?|thank you|我要投诉|我想投诉|投诉|客诉|我叫|我是|我姓|my name|i'm|this is|i (?:want|would like) to complain)/i;
const LEAD = /^(?:hi|hello|hey|well|so|ok|okay|and|but|because|also|plus|then|也|嗯+|呃)[\s,]+/i;
const CHINESE_LEAD =
  /^(?:而且|并且|然后|但是?|可是|不过|结果|所以|因为|就是|只是|那个|反正|还有|另外|其实|再说|后来|总之)[\s,，、]*(?=[\u3400-\u9fff\w])/;
/** How much it counts that a clause tells of trouble, beside the classifier's words (1 for the heaviest, 1/2 for the next). */
const TROUBLE = 0.9;
const SPLIT = /\s(?:and|but|because|so|when)\s/g;

/**
 * The clause of a text to quote: verbatim, 4 to 24 Chinese characters or 3 to 14 English words, with the heaviest of the
 * given words (heaviest first), without insults and personal numbers. Undefined when none fits.
 */
export function quoteOf(text: string, heavyWords: string[], language: Language): string | undefined {
  const plain = plainOf(text).toLowerCase().length === text.length ? plainOf(text).toLowerCase() : plainOf(text);
  const cased = plainOf(text);
  const heavy = heavyWords.map((word) => plainOf(word).toLowerCase()).filter(Boolean);
  const candidates = clausesOf(cased)
    .flatMap((clause) => [clause, ...shorter(cased, clause)])
    .map((span) => lead(cased, trimSpan(text, span)))
    .filter((span) => isQuotable(cased.slice(span.start, span.end), language));
  const scored = candidates.flatMap((span) => {
    const clause = plain.slice(span.start, span.end);
    const trouble = troubleIn(clause);
    const weight = weightOf(clause, heavy) + trouble * TROUBLE;
    return trouble < 0 ? [] : [{ span, weight, length: span.end - span.start }];
  });
  const best = scored.reduce<Scored | undefined>((a, b) => (a && !better(b, a) ? a : b), undefined);
  return best && text.slice(best.span.start, best.span.end);
}

interface Scored {
  span: Span;
  weight: number;
  length: number;
}

/** More weight wins; of equal ones the shorter part of a sentence, and without weights the longer clause. */
function better(a: Scored, b: Scored): boolean {
  if (a.weight !== b.weight) return a.weight > b.weight;
  const nested = a.span.start >= b.span.start && a.span.end <= b.span.end;
  if (a.weight > 0) return nested && a.length < b.length;
  return !nested && a.length > b.length;
}

/** Parts of a long English clause that stand for themselves. */
function shorter(plain: string, { start, end }: Span): Span[] {
  const clause = plain.slice(start, end);
  if (/[\u3400-\u9fff]{6}/.test(clause)) return [];
  const cuts = matchesOf(clause, SPLIT);
  if (cuts.length === 0) return [];
  const edges = [0, ...cuts.flatMap((cut) => [cut.index, cut.index + cut[0].length]), clause.length];
  const parts: Span[] = [];
  for (let index = 0; index < edges.length; index += 2)
    parts.push({ start: start + edges[index]!, end: start + edges[index + 1]! });
  return parts;
}

/** Without the words that only join it to what was said before, where enough is left. */
function lead(plain: string, span: Span): Span {
  const clause = plain.slice(span.start, span.end);
  const words = (LEAD.exec(clause) ?? CHINESE_LEAD.exec(clause))?.[0].length ?? 0;
  return clause.length - words >= 4 ? { start: span.start + words, end: span.end } : span;
}

function isQuotable(clause: string, language: Language): boolean {
  if (IDLE.test(clause) || insults(clause) || PERSONAL.test(clause)) return false;
  const han = clause.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const words = clause.match(/[A-Za-z0-9][\w'’.-]*/g)?.length ?? 0;
  if (language === 'en' && words >= 3) return words + Math.ceil(han / 4) <= 14;
  const characters = han + words;
  if (han >= 3) return characters >= 4 && clause.length <= 24;
  const told = clause.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  return told >= 2 && words >= 3 && words <= 14;
}

/** The sum of the words' weights; the first weighs most. */
function weightOf(clause: string, heavy: string[]): number {
  return heavy.reduce((sum, word, rank) => sum + (holds(clause, word) ? 1 / (rank + 1) : 0), 0);
}

function holds(clause: string, word: string): boolean {
  return /^[a-z]/.test(word) ? new RegExp(`\\b${word.replace(/[^\w'-]/g, '')}`).test(clause) : clause.includes(word);
}
