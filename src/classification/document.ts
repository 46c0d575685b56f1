import type { Reading } from './lexicon.js';

/**
 * The distinct features of a text, and what each weighs in it: the logarithm of how often it stands there, each view scaled
 * to a length of nearly one, so that a long text speaks no louder than a short one.
 */
export interface Document {
  features: Int32Array;
  values: Float64Array;
  /** For each occurrence, of words and then of characters, the place of its feature among these. */
  places: Int32Array;
}

const BREVITY = 5;

/** For each feature its place in the document being made, plus one; all zero between documents. */
let scratch = new Int32Array(1 << 16);

/** Strangers weigh in too: a text that is mostly unknown says little about any label. */
export function documentOf({ words, characters }: Reading): Document {
  const size = words.length + characters.length;
  const [features, times, places] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  let occurrence = 0;
  let distinct = 0;
  let ofWords = 0;
  for (const view of [words, characters]) {
    ofWords = distinct;
    for (let i = 0; i < view.length; i++) {
      const feature = view.features[i]!;
      if (feature >= scratch.length) widenScratch(feature);
      if (scratch[feature] === 0) {
        features[distinct] = feature;
        scratch[feature] = ++distinct;
      }
      const place = scratch[feature]! - 1;
      times[place]!++;
      places[occurrence++] = place;
    }
  }
  for (let place = 0; place < distinct; place++) scratch[features[place]!] = 0;

  const values = Float64Array.from(times.subarray(0, distinct), (count) => 1 + Math.log(count));
  scale(values.subarray(0, ofWords));
  scale(values.subarray(ofWords));
  return { features: features.slice(0, distinct), values, places };
}

function widenScratch(feature: number): void {
  const wider = new Int32Array(2 * feature);
  wider.set(scratch);
  scratch = wider;
}

/** Makes the length of the vector one, or less when there is little in it: a single word decides nothing for certain. */
function scale(vector: Float64Array): void {
  let square = 0;
  for (let i = 0; i < vector.length; i++) square += vector[i]! ** 2;
  const length = Math.sqrt(square + BREVITY);
  for (let i = 0; i < vector.length; i++) vector[i]! /= length;
}
