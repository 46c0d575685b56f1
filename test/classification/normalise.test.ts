import fc from 'fast-check';
import { normalise, simplified } from '../../src/classification/normalise.js';

it.each([
  ['退貨還沒處理', '退货还没处理'],
  ['為什麼', '为什么'],
  ['什么', '什么'],
  ['ＡＢＣ１２３', 'abc123'],
  ['ROOM 房間', 'room 房间'],
])('spells %s as %s', (text, spelling) => expect(normalise(text)).toBe(spelling));

it('leaves all but traditional characters alone when asked for these only', () => {
  expect(simplified('Ｒoom 房間')).toBe('Ｒoom 房间');
});

it('moves no position', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(normalise(text)).toHaveLength(text.length);
    }),
  );
});

it('keeps positions where one character would become several', () => {
  expect(normalise('İ㍿ﬀ退貨')).toHaveLength('İ㍿ﬀ退貨'.length);
  expect(normalise('ﬀ退貨').slice(1)).toBe('退货');
});
