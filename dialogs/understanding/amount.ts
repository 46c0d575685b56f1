import { matchesOf } from '../../src/domain/matches.js';
import { HAN_DIGITS, HAN_NUMBER, numberOf } from './numerals.js';
import type { Reading, Span } from './reading.js';
import type { UnderstandContext } from './understood.js';

/** A sum of money: `value` is a plain number ("1280", "268.5"), after a currency code where it is not the region's own. */
export interface AmountMention extends Span {
  value: string;
  vague?: boolean;
}

const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,9}(?:\\.\\d{1,2})?';
const NUMBER = `(?:${DIGITS})\\s?[万千百k]?(?:\\d(?=块|元))?|[${HAN_DIGITS}十]${HAN_NUMBER}{0,7}`;
const BEFORE: Record<string, string> = {
  '￥': '',
  '¥': '',
  rmb: 'CNY',
  cny: 'CNY',
  人民币: 'CNY',
  nt$: 'TWD',
  ntd: 'TWD',
  twd: 'TWD',
  台币: 'TWD',
  新台币: 'TWD',
  hk$: 'HKD',
  hkd: 'HKD',
  港币: 'HKD',
  us$: 'USD',
  usd: 'USD',
  美元: 'USD',
  美金: 'USD',
  a$: 'AUD',
  c$: 'CAD',
  s$: 'SGD',
  $: '',
  '€': 'EUR',
  eur: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
};
const BEHIND: Record<string, string> = {
  元: '',
  块: '',
  圆: '',
  块钱: '',
  元钱: '',
  rmb: 'CNY',
  cny: 'CNY',
  人民币: 'CNY',
  yuan: 'CNY',
  twd: 'TWD',
  ntd: 'TWD',
  台币: 'TWD',
  新台币: 'TWD',
  港币: 'HKD',
  hkd: 'HKD',
  美元: 'USD',
  美金: 'USD',
  usd: 'USD',
  dollars: '',
  dollar: '',
  bucks: '',
  欧元: 'EUR',
  euros: 'EUR',
  euro: 'EUR',
  eur: 'EUR',
  pounds: 'GBP',
  pound: 'GBP',
  gbp: 'GBP',
};
const either = (names: Record<string, string>): string =>
  Object.keys(names)
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[$]/g, '\\$&'))
    .join('|');
const WITH_MONEY = new RegExp(
  `(?<![\\w.])(${either(BEFORE)})\\s?(${NUMBER})(?![\\d])|(?<![\\w./-])(${NUMBER})(多|来|几|余)?\\s?(${either(BEHIND)})(?![a-z旦])(?:([一二三四五六七八九\\d])(?:[角毛]|(?![\\d\\u3400-\\u9fff])))?`,
  'dgi',
);
const CUED = new RegExp(
  `(?:一共|总共|共计|合计|金额|价格|总价|实付|花了|付了|\\b(?:amount|total)\\b)\\s?(?:是|为|:|：|is|of|was|花了|付了|收了)?\\s?(\\d[\\d,]+(?:\\.\\d{1,2})?|${HAN_NUMBER}{2,8})(?![\\d.]|\\s?[次人个天小分晚件位年月点号张份多几%])`,
  'dgi',
);
const BARE = new RegExp(`(?<![\\w.])(${NUMBER})(多|来|几|余)?(?![\\w%])`, 'dgi');
const OWN: Record<UnderstandContext['region'], string> = { cn: 'CNY', tw: 'TWD', other: '' };

/** The sums in a text. `open`: it answers a question for one, so that a bare number is one. */
export function amountsIn(reading: Reading, region: UnderstandContext['region'], open: boolean): AmountMention[] {
  const text = reading.visible;
  const found: AmountMention[] = [];
  if (!/[\d一二三四五六七八九十百千万两]/.test(text)) return found;
  for (const match of matchesOf(text, WITH_MONEY)) {
    const currency = match[1] ? BEFORE[match[1].toLowerCase()] : BEHIND[match[5]!.toLowerCase()];
    const value = sumOf(match[2] ?? match[3]!, match[6]);
    if (value === undefined || isTogether(match, value)) continue;
    const code = currency && currency !== OWN[region] ? `${currency} ` : '';
    found.push({
      start: match.indices![0]![0],
      end: match.indices![0]![0] + match[0].trimEnd().length,
      value: code + value,
      ...(match[4] && { vague: true }),
    });
  }
  for (const match of matchesOf(text, CUED)) {
    const [start, end] = match.indices![1]!;
    const value = sumOf(match[1]!, undefined);
    if (value !== undefined && !found.some((other) => start < other.end && other.start < end))
      found.push({ start, end, value });
  }
  found.sort((a, b) => a.start - b.start);
  if (found.length > 0 || !open) return found;
  for (const match of matchesOf(text, BARE)) {
    const value = sumOf(match[1]!, undefined);
    if (value !== undefined)
      found.push({ start: match.indices![0]![0], end: match.indices![0]![1], value, ...(match[2] && { vague: true }) });
  }
  return found;
}

/** 一块, 两块 are mostly "together" and "pieces". */
const isTogether = (match: RegExpMatchArray, value: string): boolean =>
  match[5] === '块' && !match[6] && Number(value) < 5 && !/\d/.test(match[3] ?? '');

function sumOf(said: string, tenths: string | undefined): string | undefined {
  const text = said.replace(/[\s,]/g, '').toLowerCase();
  const scaled = /^(\d+(?:\.\d+)?)([万千百k])(\d?)$/.exec(text);
  const unit = { 万: 10_000, 千: 1000, 百: 100, k: 1000 }[scaled?.[2] ?? ''];
  const number = scaled && unit ? Number(scaled[1]) * unit + Number(scaled[3] || 0) * (unit / 10) : numberOf(text);
  const tenth = tenths ? (numberOf(tenths) ?? 0) / 10 : 0;
  return number === undefined || number <= 0 ? undefined : String(Math.round((number + tenth) * 100) / 100);
}
