import { matchesOf } from './matches.js';
const DIGITS = '〇一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: Record<string, number> = { 万: 10_000, 萬: 10_000, k: 1000, 千: 1000, 百: 100 };

const MONEY = '(?:元|块|塊|圆|圓|人民币|人民幣|rmb|cny|yuan|ntd|nt\\$|台币|台幣|usd|dollars?)';
const NUMBER =
  '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|[〇零一二两兩三四五六七八九十][〇零一二两兩三四五六七八九十百千万萬]*';
// A number is money when a unit of money follows, 万 does, or a word of paying or a sign stands before; ids and phones are none.
const AMOUNT = new RegExp(
  `(赔偿?金?|賠償?金?|退[还還款]?|补偿?|補償?|给|給|付|损失|損失|(?:loss|refund|compensation|demand)(?: of)?|[¥￥$])?\\s*` +
    `(${NUMBER})\\s*(万|萬|千(?!克|米)|k\\b)?\\s*(多|余|餘|来)?\\s*(${MONEY})?`,
  'giu',
);

/** The largest sum of money that a text names, in whole units; 0 when it names none. */
export function largestSum(text: string): number {
  let largest = 0;
  for (const [, before, number = '', myriad, , unit] of matchesOf(text.normalize('NFKC'), AMOUNT)) {
    if (!before && !unit && !/[万萬]/.test(number + (myriad ?? ''))) continue;
    if (!unit && !myriad && before && /\d{8,}/.test(number)) continue;
    largest = Math.max(largest, numberOf(number) * (MYRIADS[myriad?.toLowerCase() ?? ''] ?? 1));
  }
  return largest;
}

/** `1,280.5`, 三千八, 一万两千八百; a last digit after a unit counts in tenths of that unit (三千八 is 3,800). */
function numberOf(text: string): number {
  if (/\d/.test(text)) return Number(text.replaceAll(',', ''));
  const [head = '', tail] = text.split(/[万萬]/);
  if (tail === undefined) return smallNumber(head, 1);
  const rest = [...tail].length === 1 ? smallNumber(tail, 1000) : smallNumber(tail, 1);
  return smallNumber(head, 1) * 10_000 + rest;
}

/** Below ten thousand; `lone`: what a digit alone counts. */
function smallNumber(text: string, lone: number): number {
  let sum = 0;
  let digit = 0;
  let last = lone * 10;
  for (const char of text.replace(/零/g, '〇').replace(/[两兩]/g, '二')) {
    const unit = UNITS[char];
    if (unit) {
      sum += (digit || 1) * unit;
      last = unit;
      digit = 0;
    } else {
      digit = DIGITS.indexOf(char);
      if (char === '〇') last = 10;
    }
  }
  return sum + (digit * last) / 10;
}
