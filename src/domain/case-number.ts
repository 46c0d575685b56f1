import { createHash } from 'node:crypto';
import { matchesOf } from './matches.js';

// H. M. Damm's table of order 10: it catches every wrong digit and every two neighbours swapped.
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

// Numbers begin with 3 to 9, so that neither a date (1999…, 2026…) nor a mobile number (138…) reads as one.
const LEAST = 3_000_000;
const NUMBERS = 7_000_000;

const DASH = '[-\\p{Pd}\u2212\u30fc]';
const GAP = `(?:\\s?${DASH}?\\s?)`;
const TYPED = new RegExp(
  `(?<![\\p{Script=Latin}\\d]|\\d${DASH}|\\p{Script=Latin}${DASH})` +
    `([3-9]\\d{2}${GAP}\\d{4}${GAP}\\d|[3-9](?:\\s\\d){7})` +
    `(?!\\d|${DASH}\\d|\\p{Script=Latin})`,
  'gu',
);

/** A case number, `306-2817-5`: seven digits drawn from the seed and a check digit; ask again with the next attempt when it is taken. */
export function caseNumberFrom(seed: string, attempt: number): string {
  const digest = createHash('sha256').update(`${seed}\n${attempt}`).digest();
  const seven = String(LEAST + (digest.readUIntBE(0, 6) % NUMBERS));
  return dashed(seven + damm(seven));
}

/** Whether the text is exactly a case number whose check digit is right. */
export function isCaseNumber(text: string): boolean {
  return /^[3-9]\d{2}-\d{4}-\d$/.test(text) && damm(text.replaceAll('-', '')) === 0;
}

/** The first case number in what somebody typed (full-width digits, spaces, no dashes), written properly; undefined when there is none. */
export function readCaseNumber(text: string): string | undefined {
  for (const [, typed = ''] of matchesOf(text.normalize('NFKC'), TYPED)) {
    const number = dashed(typed.replace(/\D/g, ''));
    if (isCaseNumber(number)) return number;
  }
  return undefined;
}

function damm(digits: string): number {
  return [...digits].reduce((interim, digit) => DAMM[interim]?.[Number(digit)] ?? NaN, 0);
}

function dashed(digits: string): string {
  return `${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`;
}
