import { evaluate } from '../../src/classification/evaluate.js';

/** Says what the text says: `label probability`, sure from 0.5 on. */
const parrot = {
  classify(text: string) {
    const [label = '', probability = ''] = text.split(' ');
    return { ranked: [{ label, probability: Number(probability) }], sure: Number(probability) >= 0.5, words: [] };
  },
};
const clock = () => {
  let now = 0;
  return () => (now += 0.25);
};
const judged = (rows: [string, string][]) =>
  evaluate(
    parrot,
    rows.map(([label, text]) => ({ label, text })),
    clock(),
  );

const ROWS: [string, string][] = [
  ['a', 'a 0.9'],
  ['a', 'a 0.9'],
  ['b', 'a 0.9'],
  ['b', 'b 0.4'],
];

it('tells how often the answers are right, in all and when sure', () => {
  const { accuracy, answeredShare, answeredAccuracy } = judged(ROWS);
  expect([accuracy, answeredShare]).toEqual([0.75, 0.75]);
  expect(answeredAccuracy).toBeCloseTo(2 / 3);
});

it('weighs every label alike in macro-F1', () => {
  // a: precision 2/3, recall 1; b: precision 1, recall 1/2.
  expect(judged(ROWS).macroF1).toBeCloseTo((0.8 + 2 / 3) / 2);
  expect(judged([['never-said', 'a 0.9']]).macroF1).toBe(0);
});

it('measures how far stated probabilities are from the truth', () => {
  // Three claims of 0.9, two true; one of 0.4, true.
  expect(judged(ROWS).ece).toBeCloseTo((3 * (0.9 - 2 / 3) + 0.6) / 4);
  expect(
    judged([
      ['a', 'a 1'],
      ['b', 'b 1'],
    ]).ece,
  ).toBe(0);
});

it('times each text by the clock it is given', () => {
  expect(judged(ROWS)).toMatchObject({ microsMedian: 250, microsP99: 250 });
});

it('lists the predictions in the order of the texts', () => {
  expect(judged(ROWS).predictions[3]).toEqual({ label: 'b', predicted: 'b', probability: 0.4, asked: true });
});

it('has nothing to divide by when never sure', () => {
  expect(judged([['a', 'a 0.1']])).toMatchObject({ answeredShare: 0, answeredAccuracy: 0 });
});
