import fc from 'fast-check';
import { runsOf } from '../../src/classification/words.js';

const wordsOf = (text: string) => runsOf(text).flatMap(({ words }) => words.map((word) => word.text));

it('cuts Chinese by meaning and other languages at spaces', () => {
  expect(wordsOf('我要退货，他们推脱')).toEqual(expect.arrayContaining(['退货', '推脱']));
  expect(wordsOf("don't wait, room 12")).toEqual(["don't", 'wait', 'room', '12']);
  expect(wordsOf('我的room没有热水')).toEqual(expect.arrayContaining(['room', '热水']));
});

it('tells Chinese words from others also inside one run', () => {
  const [run] = runsOf('住在room里');
  expect(run!.chinese).toBe(true);
  expect(run!.words.find(({ text }) => text === 'room')!.chinese).toBe(false);
});

it('knows where each word stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'我们退货 room-12,，𠀀é') }), (text) => {
      for (const word of runsOf(text).flatMap(({ words }) => words)) {
        expect(text.slice(word.start, word.end)).toBe(word.text);
      }
    }),
  );
});
