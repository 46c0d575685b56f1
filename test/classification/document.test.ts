import { documentOf } from '../../src/classification/document.js';
import { Lexicon } from '../../src/classification/lexicon.js';

const read = (text: string) => new Lexicon().read(text);
const weightOf = (values: Float64Array) => values.reduce((sum, one) => sum + one * one, 0);

it('lists each feature once, with the logarithm of how often it stands there', () => {
  const { features, values } = documentOf(read('room bath room room'));
  expect(new Set(features).size).toBe(features.length);
  const [room, bath] = [values[0]!, values[1]! && values[2]!];
  expect(room / bath).toBeCloseTo(1 + Math.log(3));
});

it('knows for every occurrence which feature it is of', () => {
  const reading = read('room bath room');
  const { features, places } = documentOf(reading);
  const occurrences = [reading.words, reading.characters].flatMap(({ features, length }) => [
    ...features.subarray(0, length),
  ]);
  expect([...places].map((place) => features[place])).toEqual(occurrences);
});

it('lets a long text speak no louder than a shorter one, and a single word less loud', () => {
  const sentence = 'the heating in our room has been broken since monday and nobody came';
  const [short, long] = [sentence, `${sentence} although we called the reception several times about this`];
  const [one, two] = [weightOf(documentOf(read(short)).values), weightOf(documentOf(read(long)).values)];
  expect(two / one).toBeGreaterThan(0.9);
  expect(two / one).toBeLessThan(1.15);
  expect(weightOf(documentOf(read('hello')).values)).toBeLessThan(0.7 * one);
});

it('does not remember one text in the next', () => {
  const lexicon = new Lexicon();
  const first = documentOf(lexicon.read('room bath'));
  documentOf(lexicon.read('bath bath bath'));
  expect(documentOf(lexicon.read('room bath'))).toEqual(first);
});
