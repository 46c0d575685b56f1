import fc from 'fast-check';
import { matchesOf } from '../../src/domain/matches.js';

const PATTERNS = [/a+/dg, /(?<who>[a-c])(?=b)|/g, /(?:)/gu, /😀?/gu, /[^\s]*/gi, /(\d)(\d)?/dg, /$/gm, /(?<=a)b?/gu];

it('finds what matchAll finds, empty matches and groups too, however often it is asked', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' ', '\n', '😀', '\ud83d', '客') });
  fc.assert(
    fc.property(text, fc.constantFrom(...PATTERNS), (said, pattern) => {
      const all = [...said.matchAll(pattern)];
      for (const found of [matchesOf(said, pattern), matchesOf(said, pattern)]) {
        expect(found).toEqual(all);
        expect(found.map(({ index, groups, indices }) => [index, groups, indices])).toEqual(
          all.map(({ index, groups, indices }) => [index, groups, indices]),
        );
      }
    }),
    { numRuns: 2000 },
  );
});

it('refuses a pattern that would find the same for ever', () => {
  expect(() => matchesOf('aa', /a/)).toThrow(TypeError);
});
