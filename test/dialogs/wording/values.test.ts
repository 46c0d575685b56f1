import fc from 'fast-check';
import { join } from '../../../dialogs/wording/join.js';
import { maskPhone } from '../../../dialogs/wording/mask-phone.js';
import { phrase } from '../../../dialogs/wording/phrase.js';
import { spokenNumber } from '../../../dialogs/wording/spoken-number.js';
import { partsOf, placeholdersOf } from '../../../dialogs/wording/template.js';
import { word } from '../../../dialogs/wording/word.js';
import { LANGUAGES } from '../../../src/domain/language.js';

const context = { zone: 'Asia/Shanghai', now: new Date('2026-03-02T09:05:00+08:00') };

function amounts(amount: number, currency?: string, own?: string): string[] {
  const value = phrase('value.quote', { text: { amount, currency } });
  return LANGUAGES.map((language) => word(value, language, { ...context, currency: own }).slice(1, -1));
}

test('amounts are in the currency meant', () => {
  expect(amounts(1280)).toEqual(['1,280 元', '1,280 元', 'CNY 1,280']);
  expect(amounts(268.5)).toEqual(['268.50 元', '268.50 元', 'CNY 268.50']);
  expect(amounts(1280, 'TWD')).toEqual(['新台币 1,280 元', 'NT$1,280', 'NT$1,280']);
  expect(amounts(268.5, 'CNY', 'TWD')).toEqual(['人民币 268.50 元', '人民幣 268.50 元', 'CNY 268.50']);
  expect(amounts(1280, 'TWD', 'TWD')).toEqual(['1,280 元', '1,280 元', 'NT$1,280']);
  expect(amounts(5, 'EUR')).toEqual(['EUR 5', 'EUR 5', 'EUR 5']);
});

test('lists of names and of clauses', () => {
  const names = { list: ['甲', '', { texts: { 'zh-CN': '乙', 'zh-TW': '乙', en: 'B' } }] };
  expect(word(phrase('value.quote', { text: names }), 'zh-CN', context)).toBe('“甲、乙”');
  const clauses = {
    list: [{ phrase: phrase('done.registered', { at: { date: '2026-03-02', form: 'day' } }) }, '当天确定了负责人'],
  } as const;
  const said = phrase('status.owner', { stage: '查清经过', owner: '客户服务部', done: { list: [...clauses.list] } });
  expect(word(said, 'zh-CN', context)).toBe(
    '现在是“查清经过”这一步，由客户服务部负责。已经做了：3月2日（周一）登记，当天确定了负责人。',
  );
});

test('a phone is masked after filing', () => {
  expect(maskPhone('138 0013 8000')).toBe('138****8000');
  expect(maskPhone('0912345678')).toBe('0912-***-678');
  expect(maskPhone('+44 20 7946 0321')).toBe('+44 ** **** 0321');
  expect(maskPhone('02-2345-6789')).toBe('****6789');
  expect(maskPhone('12345')).toBe('****');
});

test('no mask shows more than seven digits of a subscriber’s number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+?[0-9 -]{4,18}$/), (phone) => {
      expect(
        maskPhone(phone)
          .replace(/^\+\d{1,3} /, '')
          .replace(/\D/g, '').length,
      ).toBeLessThanOrEqual(7);
    }),
  );
});

test('a case number is spoken digit by digit', () => {
  expect(spokenNumber('306-2817-5')).toBe('3 0 6 2 8 1 7 5');
});

test('templates: words, placeholders, plurals; broken braces are an error', () => {
  expect(partsOf('a {b} c')).toEqual(['a ', { name: 'b' }, ' c']);
  expect(placeholdersOf('{z} {n, plural, one {# of {a}} other {#}} {z}')).toEqual(['a', 'n', 'z']);
  expect(() => partsOf('{a')).toThrow(/open brace/);
  expect(() => partsOf('{a b}')).toThrow(/no placeholder/);
});

test('pieces of the text itself are never respaced', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.constantFrom(...LANGUAGES), (texts, language) => {
      const pieces = texts.map((text) => ({ text, value: false }));
      expect(join(pieces, language)).toBe(texts.join('').trim());
    }),
  );
});

test('a value stands whole in the sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom(...LANGUAGES), (text, language) => {
      expect(word(phrase('value.quote', { text }), language, context)).toContain(text.trim());
    }),
  );
});
