import { matchesOf } from '../../src/domain/matches.js';
import { spokenDigits } from './numerals.js';
import type { Reading, Span } from './reading.js';

/** A phone number in a text, as typed or, when spoken in Chinese numerals, as digits. */
export interface PhoneMention extends Span {
  value: string;
}

/** How many digits follow a country code; others may have 7 to 12. */
const NATIONAL_LENGTH: Record<string, number[]> = {
  '86': [10, 11, 12],
  '886': [8, 9],
  '852': [8],
  '853': [8],
  '65': [8],
  '1': [10],
  '81': [9, 10],
  '82': [8, 9, 10],
  '44': [9, 10],
  '61': [9],
  '33': [9],
};
const CODE = /^(?:86|886|852|853|65|1|81|82|44|61|33|[2-9]\d{1,2})/;
const INTERNATIONAL = /(?<![\w+])(?:\+|00)\s?[1-9](?:[\s().-]{0,2}\d){6,15}(?:\s?(?:ext\.?|转)\s?\d{1,5})?/dgi;
const LOCAL: RegExp[] = [
  /(?<![\dA-Za-z+]|\d-)(?:\(?86\)?[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}(?![\dA-Za-z]|-\d)/dg,
  /(?<![\dA-Za-z+]|\d-)1[3-9]\d[\s-]\d{3}[\s-]\d{5}(?![\dA-Za-z])/dg,
  /(?<![\dA-Za-z+]|\d-)09\d{2}[\s-]?\d{3}[\s-]?\d{3}(?![\dA-Za-z]|-\d)/dg,
  /(?<![\dA-Za-z+]|\d-)(?:\(0\d{1,3}\)\s?|0\d{1,3}[\s-])\d{3,4}[\s-]?\d{4}(?:\s?(?:#|-|转)\s?\d{1,5})?(?![\dA-Za-z])/dg,
  /(?<![\dA-Za-z+]|\d-)\(?[2-9]\d{2}\)?[\s.-]\d{3}[\s.-]\d{4}(?![\dA-Za-z])/dg,
];
const UNSEPARATED_LANDLINE = /(?<![\dA-Za-z+]|\d-)0(?:10|2\d|[3-9]\d{2})\d{7,8}(?![\dA-Za-z])/dg;
const FILLERS = '[\\s呃嗯啊额哦那个,，、-]';
const SPOKEN = new RegExp(
  `[零〇一二三四五六七八九幺两洞\\d](?:${FILLERS}{0,2}[零〇一二三四五六七八九幺两洞\\d]){8,12}`,
  'dg',
);
const CUE = /(?:电话|手机|座机|号码|联系|tel|phone|mobile|call)[^\d]{0,12}$/i;
/** Companies' lines are nobody's own number. */
const COMPANY_LINE = /^(?:400|800)-?\d/;

/** The phone numbers that stand in a text. `open`: it answers a question for one, so that a landline needs no dash. */
export function phonesIn(reading: Reading, open: boolean): PhoneMention[] {
  const text = reading.visible;
  const found: PhoneMention[] = [];
  const add = (span: Span, value = text.slice(span.start, span.end)) => {
    if (/^(\d)\1+$/.test(value.replace(/\D/g, ''))) return;
    if (!found.some((other) => span.start < other.end && other.start < span.end))
      found.push({ ...span, value: value.trim() });
  };
  if (/\d{2}/.test(text)) {
    for (const match of matchesOf(text, INTERNATIONAL)) {
      const length = internationalLength(match[0]);
      if (length) add({ start: match.indices![0]![0], end: match.indices![0]![0] + length });
    }
    for (const pattern of LOCAL) {
      for (const match of matchesOf(text, pattern)) if (!COMPANY_LINE.test(match[0])) add(spanOf(match));
    }
    for (const match of matchesOf(text, UNSEPARATED_LANDLINE)) {
      if (open || CUE.test(text.slice(Math.max(0, match.index - 20), match.index))) add(spanOf(match));
    }
  }
  if (/[零〇一二三四五六七八九幺两洞]/.test(text)) {
    for (const match of matchesOf(text, SPOKEN)) {
      const digits = spokenDigits(match[0].replace(new RegExp(FILLERS, 'g'), ''));
      if (digits && !/^(\d)\1+$/.test(digits) && /^(?:1[3-9]\d{9}|09\d{8}|0\d{9,11})$/.test(digits))
        add(spanOf(match), digits);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const spanOf = (match: RegExpMatchArray): Span => ({ start: match.indices![0]![0], end: match.indices![0]![1] });

/** How much of a text that begins with + is one number; a group too many, such as a year, is left out. */
function internationalLength(text: string): number | undefined {
  const digits = text
    .replace(/^\s?(?:\+|00)/, '')
    .replace(/(?:ext|转).*$/i, '')
    .replace(/\D/g, '');
  const code = CODE.exec(digits)?.[0] ?? '';
  const lengths = NATIONAL_LENGTH[code] ?? [7, 8, 9, 10, 11, 12];
  const national = digits.length - code.length;
  if (lengths.includes(national)) return text.trimEnd().length;
  const shorter = lengths.filter((length) => length < national).map((length) => endAfter(text, code.length + length));
  return shorter.reverse().find((end) => end !== undefined && !/\d/.test(text[end] ?? ''));
}

function endAfter(text: string, digits: number): number | undefined {
  let left = digits;
  for (let at = /^\s?(?:\+|00)/.exec(text)?.[0].length ?? 0; at < text.length; at += 1) {
    if (/\d/.test(text[at]!) && (left -= 1) === 0) return at + 1;
  }
  return undefined;
}

const THIRD_PARTY =
  /(?:导游|领队|师傅|司机|前台|客服|销售|店长|商家|卖家|经理|管家|物业|维修|技师|他|她|对方|你们|店里|酒店|\b(?:guide|driver|reception|shop|seller|dealer|his|her|their|your)\b)[^,，。;；!！?？\n]{0,12}$/i;
const OWN = /(?:我|本人|my)[^,，。;；!！?？\n]{0,10}$/i;

/** Whether a number is said to be somebody else's ("导游的电话是…"). */
export function isSomebodyElses(plain: string, { start }: Span): boolean {
  const before = plain.slice(Math.max(0, start - 30), start);
  return THIRD_PARTY.test(before) && !OWN.test(before);
}
