import { Lexicon } from '../../src/classification/lexicon.js';
import type { Occurrences } from '../../src/classification/occurrences.js';

const keysOf = (lexicon: Lexicon, { features, length }: Occurrences) =>
  [...features.subarray(0, length)].map((feature) => lexicon.keys[feature]!);

it('sees an English text as stems, pairs and pieces of words', () => {
  const lexicon = new Lexicon();
  const { words, characters } = lexicon.read('Rooms waiting');
  expect(keysOf(lexicon, words)).toEqual(['wroom', 'wwait', 'broom wait']);
  expect(keysOf(lexicon, characters)).toEqual(expect.arrayContaining(['p ro', 'proom', 'pting', 'pg ']));
});

it('sees a Chinese text as words and one or two characters', () => {
  const lexicon = new Lexicon();
  const { words, characters } = lexicon.read('退貨，房間');
  expect(keysOf(lexicon, words)).toEqual(['w退货', 'w房间']);
  expect(keysOf(lexicon, characters)).toEqual(['c退', 'c退货', 'c货', 'c房', 'c房间', 'c间']);
});

it('makes no pair across Chinese', () => {
  const lexicon = new Lexicon();
  lexicon.read('room 没有 water');
  expect(lexicon.keys.filter((key) => key.startsWith('b'))).toEqual([]);
});

it('finds the features of a finished model under their old numbers', () => {
  const first = new Lexicon();
  const reading = first.read('房间 hot water 没有 4s店');
  const again = new Lexicon(first.keys).read('房间 hot water 没有 4s店');
  expect(again).toEqual(reading);
});

it('remembers only so many strangers, and forgets none of its own', () => {
  const lexicon = new Lexicon(['whello', 'c你']);
  for (let text = 0; text < 200; text++) {
    lexicon.read(Array.from({ length: 300 }, (_, word) => `${text}x${word}`).join(' '));
  }
  expect(lexicon.keys.length).toBeLessThan(120_000);
  expect(lexicon.read('hello').words.features[0]).toBe(0);
  expect(lexicon.read('你').characters.features[0]).toBe(1);
});

it('reads no more of an endless text than it needs', () => {
  const { words } = new Lexicon().read('room '.repeat(100_000));
  expect(words.length).toBeLessThan(4000);
});
