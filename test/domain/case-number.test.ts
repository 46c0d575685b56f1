import fc from 'fast-check';
import { caseNumberFrom, isCaseNumber, readCaseNumber } from '../../src/domain/case-number.js';

const numbers = fc.tuple(fc.string(), fc.nat(20)).map(([seed, attempt]) => caseNumberFrom(seed, attempt));

/** All texts that differ from the number in one digit. */
const withOneWrong = (number: string) =>
  [...number].flatMap((here, i) =>
    here === '-'
      ? []
      : [...'0123456789'].filter((d) => d !== here).map((d) => number.slice(0, i) + d + number.slice(i + 1)),
  );

/** All texts in which two neighbouring digits that differ have changed places. */
const withTwoSwapped = (number: string) => {
  const digits = number.replaceAll('-', '');
  return [...digits.slice(1)]
    .map((_, i) => digits.slice(0, i) + (digits[i + 1] ?? '') + (digits[i] ?? '') + digits.slice(i + 2))
    .filter((swapped) => swapped !== digits)
    .map((d) => `${d.slice(0, 3)}-${d.slice(3, 7)}-${d.slice(7)}`);
};

test('a number has the form 306-2817-5 and follows from seed and attempt', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      expect(number).toMatch(/^[3-9]\d{2}-\d{4}-\d$/);
      expect(isCaseNumber(number)).toBe(true);
      expect(readCaseNumber(number)).toBe(number);
    }),
  );
  expect(caseNumberFrom('seed', 0)).toBe(caseNumberFrom('seed', 0));
  const distinct = new Set(Array.from({ length: 50 }, (_, attempt) => caseNumberFrom('seed', attempt)));
  expect(distinct.size).toBe(50);
});

test('one wrong digit or two neighbours swapped is no number', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      for (const wrong of [...withOneWrong(number), ...withTwoSwapped(number)]) {
        expect([wrong, isCaseNumber(wrong), readCaseNumber(wrong)]).toEqual([wrong, false, undefined]);
      }
    }),
    { numRuns: 30 },
  );
});

describe('what people type', () => {
  const number = caseNumberFrom('typed', 0);
  const [a = '', b = '', c = ''] = number.split('-');
  const fullWidth = (text: string) =>
    text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).replaceAll('-', '－');

  test.each([
    number,
    `${a}${b}${c}`,
    `${a} ${b} ${c}`,
    `${a}-${b} ${c}`,
    `${a} - ${b} - ${c}`,
    `${a}—${b}—${c}`,
    `${a}\u2011${b}\u2011${c}`,
    [...(a + b + c)].join(' '),
    fullWidth(number),
    fullWidth(a + b + c),
    `${a}　${b}　${c}`,
    `编号${number}`,
    `编号：${a}${b}${c}，到哪一步了？`,
    `我的投诉${a}${b}${c}怎么样了`,
    `#${number}`,
    `Where is my case ${number}?`,
    `case no. ${a} ${b} ${c}, phone 13800138000`,
    `13800138000，${number}`,
    `${number} 13800138000`,
    `first 306-2817-0, sorry, ${number}`,
  ])('is read in %j', (text) => {
    expect(readCaseNumber(text)).toBe(number);
  });

  test.each([
    '',
    'where is my case?',
    '13800138000',
    '+86 138 0013 8000',
    '2026-03-02 10:30',
    '20260302',
    `1${a}${b}${c}`,
    `${a}${b}${c}0`,
    `${a}-${b}-${c}-7`,
    `021-${a}${b}${c}`,
    `TR${a}${b}${c}`,
    `TR-${a}${b}${c}`,
    `${a}${b}${c}AB`,
  ])('is not found in %j', (text) => {
    expect(readCaseNumber(text)).toBeUndefined();
  });

  test('only the exact form is a number', () => {
    expect(isCaseNumber(`${a}${b}${c}`)).toBe(false);
    expect(isCaseNumber(` ${number}`)).toBe(false);
  });
});
