import { Converter } from 'opencc-js';
import { en } from '../../../src/web/console/words/en.js';
import { pages as pagesEn } from '../../../src/web/console/words/pages-en.js';
import { pages as pagesCn } from '../../../src/web/console/words/pages-zh-cn.js';
import { pages as pagesTw } from '../../../src/web/console/words/pages-zh-tw.js';
import * as termsEn from '../../../src/web/console/words/terms-en.js';
import * as termsCn from '../../../src/web/console/words/terms-zh-cn.js';
import * as termsTw from '../../../src/web/console/words/terms-zh-tw.js';
import { zhCN } from '../../../src/web/console/words/zh-cn.js';
import { zhTW } from '../../../src/web/console/words/zh-tw.js';
import { CASE_VERBS, STAFF_VERBS } from '../../../src/operations/verbs.js';
import { OBLIGATION_KINDS } from '../../../src/domain/obligation.js';
import { ERRORS } from '../../../src/errors.js';

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, one]) => leaves(one, `${path}.${key}`));
}
/** Signs from which a text is a sentence, in which two writers rarely agree. */
const LONG = 10;
const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the console’s words', () => {
  it.each([
    ['zh-CN', { ...zhCN, pages: pagesCn }],
    ['zh-TW', { ...zhTW, pages: pagesTw }],
  ])('fill the same slots in %s as in English', (_, words) => {
    const theirs = new Map(leaves(words));
    const english = leaves({ ...en, pages: pagesEn });
    for (const [path, text] of english) expect([path, slots(theirs.get(path) ?? '')]).toEqual([path, slots(text)]);
    expect(theirs.size).toBe(english.length);
  });

  it('name every operation, every refusal of operations and every promise in each language', () => {
    const verbs = [...STAFF_VERBS, ...CASE_VERBS].map(({ name }) => name);
    const codes = Object.keys(ERRORS).slice(0, 12);
    for (const terms of [termsEn, termsCn, termsTw]) {
      expect(verbs.filter((verb) => !terms.verbs[verb])).toEqual([]);
      expect(codes.filter((code) => !terms.problems[code])).toEqual([]);
    }
    for (const { owed } of [en, zhCN, zhTW]) expect(Object.keys(owed).sort()).toEqual([...OBLIGATION_KINDS].sort());
  });

  it('leave no simplified sign in the traditional ones', () => {
    const simplified = /[这为时发处询们导进过还门员单号审证据问题复应个]/u;
    expect(leaves({ zhTW, pagesTw, termsTw }).filter(([, text]) => simplified.test(text))).toEqual([]);
    expect(leaves(zhCN).some(([, text]) => simplified.test(text))).toBe(true);
  });

  it('are written for Taiwan, not converted from the mainland’s', () => {
    const convert = Converter({ from: 'cn', to: 'twp' });
    const mainland = new Map(leaves({ ...zhCN, pages: pagesCn }));
    const sentences = leaves({ ...zhTW, pages: pagesTw }).filter(
      ([, text]) => [...text.replace(/\{\{\w+\}\}/g, '')].length >= LONG,
    );
    const converted = sentences.filter(([path, text]) => convert(mainland.get(path) ?? '') === text);
    expect(sentences.length).toBeGreaterThan(50);
    expect(converted.length / sentences.length).toBeLessThan(0.15);
  });
});
