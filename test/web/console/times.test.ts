import type { TFunction } from 'i18next';
import { toldValue } from '../../../src/web/console/words/times.js';

const t = ((key: string) => key) as TFunction;

describe('a field’s value', () => {
  it.each([
    ['2020-05-12 10:12', 'zh-CN', '2020年5月12日 周二 10:12'],
    ['2020-05-12', 'zh-TW', '2020年5月12日 週二'],
    ['2020-05-12 evening', 'en', 'Tue 12 May 2020 dayPart.evening'],
    ['12-05', 'en', '12-05'],
    ['2020-05-12 or so', 'en', '2020-05-12 or so'],
  ] as const)('%s is told in %s as %s', (value, language, expected) =>
    expect(toldValue(value, t, language)).toBe(expected),
  );

  it('of this year tells no year', () => {
    const year = new Date().getFullYear();
    expect(toldValue(`${year}-01-02 08:00`, t, 'en')).toMatch(/^\w{3} 2 Jan 08:00$/);
  });
});
