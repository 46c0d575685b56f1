import type { Reading } from './lexicon.js';

/**
 * `presence`: each feature counts once, which is best with few examples. `length`: the logarithm of how often it stands
 * there, each view scaled to length one, so that a long text speaks no louder than a short one.
 */
export type Counting = 'presence' | 'length';

/** The distinct features of a text, what each weighs in it, and how often it stands there. */
export interface Document {
  features: Int32Array;
  values: Float64Array;
  times: Float64Array;
}

/** Strangers weigh in too: a text that is mostly unknown says little about any label. */
export function documentOf({ words, characters }: Reading, counting: Counting): Document {
  const first = tally(words.features);
  const second = tally(characters.features);
  const features = new Int32Array(first.size + second.size);
  const values = new Float64Array(features.length);
  const times = new Float64Array(features.length);
  let at = 0;
  for (const view of [first, second]) {
    const from = at;
    let square = 0;
    for (const [feature, count] of view) {
      features[at] = feature;
      times[at] = count;
      values[at] = counting === 'presence' ? 1 : 1 + Math.log(count);
      square += values[at]! ** 2;
      at++;
    }
    if (counting === 'length') for (let i = from; i < at; i++) values[i]! /= Math.sqrt(square);
  }
  return { features, values, times };
}

function tally(features: number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}
