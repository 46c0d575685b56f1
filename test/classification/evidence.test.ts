import { countOf, keepOnly, UNITS, type Example } from '../../src/classification/counts.js';
import type { Document } from '../../src/classification/document.js';
import { centre, score, weigh } from '../../src/classification/evidence.js';
import { selectFeatures } from '../../src/classification/select.js';

const document = (features: number[], values: number[]): Document => ({
  features: Int32Array.from(features),
  values: Float64Array.from(values),
  places: Int32Array.from(features.keys()),
});
const example = (label: number, features: number[], values = features.map(() => 1)): Example => ({
  label,
  document: document(features, values),
});

// Feature 0 belongs to label 0, feature 1 to label 1, feature 2 to nobody in particular; label 2 has feature 3.
const EXAMPLES = [example(0, [0, 2]), example(0, [0, 2]), example(1, [1, 2]), example(2, [3, 2], [0.5, 1])];
const counts = countOf(EXAMPLES, 3, 5);
const ALL = Int32Array.of(0, 1, 2, 3);

it('counts what each label says', () => {
  expect([...counts.mass.subarray(0, 3)]).toEqual([2 * UNITS, 0, 0]);
  expect([...counts.mass.subarray(9, 12)]).toEqual([0, 0, 0.5 * UNITS]);
  expect([...counts.texts]).toEqual([2, 1, 4, 1, 0]);
  expect([...counts.examples]).toEqual([2, 1, 1]);
});

it('weighs as defined: the odds of a feature under a label against all others, smoothed', () => {
  const alpha = 0.5;
  const weights = weigh(counts, ALL, { family: 'odds', alpha });
  const [mass, ofLabel, total] = [2, 4, 7.5];
  const inside = Math.log((mass + alpha) / (ofLabel + alpha * 4));
  const outside = Math.log((0 + alpha) / (total - ofLabel + alpha * 4));
  expect(weights[0]).toBeCloseTo(inside - outside, 4);
  expect(weigh(counts, ALL, { family: 'complement', alpha })[0]).toBeCloseTo(-outside, 4);
});

it('says nothing for features that are not kept, and hears nothing of strangers', () => {
  const weights = weigh(counts, Int32Array.of(0, 3), { family: 'odds', alpha: 0.1 });
  expect([...score(document([1, 2, 99], [1, 1, 1]), weights, 3)]).toEqual([0, 0, 0]);
  expect(score(document([0], [1]), weights, 3)[0]).toBeGreaterThan(0);
});

it('changes no comparison by centring', () => {
  const weighing = { family: 'complement', alpha: 0.3 } as const;
  const text = document([0, 2, 3], [1, 0.4, 0.2]);
  const plain = score(text, weigh(counts, ALL, weighing), 3);
  const centred = score(text, centre(weigh(counts, ALL, weighing), 3), 3);
  expect(centred[0]! - centred[1]!).toBeCloseTo(plain[0]! - plain[1]!, 4);
  expect(centred.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 4);
});

it('selects what is common and what tells labels apart', () => {
  expect([...selectFeatures(counts, { minTexts: 2, share: 1 })]).toEqual([0, 2]);
  expect([...selectFeatures(counts, { minTexts: 1, share: 0.75 })]).toEqual([0, 1, 3]);
});

it('keeps the masses of the selected features in their order', () => {
  const { mass } = keepOnly(counts, Int32Array.of(1, 3));
  expect([...mass]).toEqual([0, UNITS, 0, 0, 0, 0.5 * UNITS]);
});
