import { matchesOf } from '../../src/domain/matches.js';
import { plainOf, type Span } from './reading.js';

/** A text without ids, cards and passwords. `masked` holds the last characters of each that was hidden, in their order. */
export interface Masked {
  text: string;
  masked: string[];
}

const CHINESE_ID =
  /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g;
const TAIWAN_ID = /(?<![\dA-Za-z])[A-Za-z][1289]\d{8}(?![\dA-Za-z])/g;
const CARD = /(?<![\dA-Za-z-])(?:62|4|5[1-5]|35|3[47]|60|65|955)\d(?:[\s-]?\d){11,17}(?![\dA-Za-z]|-\d)/g;
const SAID =
  /(?:密码|验证码|动态码|校验码|安全码|cvv2?|cvc|\bpin(?: code)?|password|passcode|verification code|sms code|one-time code|otp)\s?(?:是|为|:|=|is|\s)\s?([A-Za-z0-9!@#$%^&*._-]{3,24})/dgi;
const SAID_ID =
  /(?:身份证(?:号码?)?|身分证(?:字号|号码?)?|护照(?:号码?)?|证件号码?|id (?:card|number)(?: number)?|passport(?: number| no\.?)?|银行卡(?:号码?)?|信用卡(?:号码?)?|卡号|(?:credit |bank |debit )?card number)\s?(?:是|为|:|#|is|\s)*\s?([A-Za-z]{0,2}\d(?:[\s-]?\d){5,18}[Xx]?)(?![\dA-Za-z])/dgi;
const ORDER_BEFORE =
  /(?:订单|单号|快递|物流|运单|编号|order|booking|tracking|parcel|reference)[^,，。;；!！?？\n]{0,10}$/i;

/** A message is masked for the record and again when it is listened to. */
let last: { text: string; masked: Masked } | undefined;

/** Hides identity and bank card numbers, passwords and codes; phone and order numbers stay. */
export function maskSecrets(text: string): Masked {
  if (last?.text !== text) last = { text, masked: mask(text) };
  return { ...last.masked };
}

function mask(text: string): Masked {
  const plain = plainOf(text);
  if (!/\d{3}|密码|password/i.test(plain)) return { text, masked: [] };
  const spans: Span[] = [];
  const add = (span: Span) => {
    if (!spans.some((other) => span.start < other.end && other.start < span.end)) spans.push(span);
  };
  for (const match of matchesOf(plain, SAID)) add(group(match));
  for (const match of matchesOf(plain, SAID_ID)) add(group(match));
  for (const match of matchesOf(plain, CHINESE_ID)) if (isChineseId(match[0])) add(whole(match));
  for (const match of matchesOf(plain, TAIWAN_ID)) if (isTaiwanId(match[0])) add(whole(match));
  for (const match of matchesOf(plain, CARD)) {
    const before = plain.slice(Math.max(0, match.index - 24), match.index);
    if (isCard(match[0]) && !ORDER_BEFORE.test(before)) add(whole(match));
  }
  spans.sort((a, b) => a.start - b.start);
  return hidden(text, spans);
}

const whole = (match: RegExpMatchArray): Span => ({ start: match.index!, end: match.index! + match[0].length });
const group = (match: RegExpMatchArray): Span => ({ start: match.indices![1]![0], end: match.indices![1]![1] });

function hidden(text: string, spans: Span[]): Masked {
  const masked: string[] = [];
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    const secret = text.slice(start, end).replace(/[\s-]/g, '');
    // Of a short code no part may be shown.
    const shown = secret.length >= 8 ? secret.slice(-4) : '';
    if (shown) masked.push(shown);
    else masked.push('****');
    result += `${text.slice(at, start)}****${shown}`;
    at = end;
  }
  return { text: result + text.slice(at), masked };
}

/** The check digit of a mainland identity number (GB 11643, ISO 7064 mod 11-2). */
function isChineseId(id: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return '10X98765432'[sum % 11] === id.at(-1)!.toUpperCase();
}

/** The check digit of a Taiwan identity number. */
function isTaiwanId(id: string): boolean {
  const letter = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(id[0]!.toUpperCase()) + 10;
  const digits = [Math.floor(letter / 10), letter % 10, ...[...id.slice(1)].map(Number)];
  const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];
  return digits.reduce((total, digit, index) => total + digit * weights[index]!, 0) % 10 === 0;
}

/** The check digit of a bank card (Luhn) of 15 to 19 digits. */
function isCard(typed: string): boolean {
  const digits = [...typed.replace(/\D/g, '')].map(Number).reverse();
  if (digits.length < 15 || digits.length > 19) return false;
  const sum = digits.reduce(
    (total, digit, index) => total + (index % 2 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit),
    0,
  );
  return sum % 10 === 0;
}
