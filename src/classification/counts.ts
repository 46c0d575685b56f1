import type { Document } from './document.js';

/** What the examples of each label say: how much of each feature. All that a model keeps of the texts. */
export interface Masses {
  labels: number;
  /** By label: how many examples it has. */
  examples: Int32Array;
  /** By feature, then label: the sum of the feature's values in the label's texts, in ten-thousandths. */
  mass: Uint32Array;
}

export interface Counts extends Masses {
  features: number;
  /** By feature: how many texts have it. */
  texts: Int32Array;
}

/** Masses are whole numbers of these, so that a saved model is small and still answers exactly as the one it was saved from. */
export const UNITS = 10_000;

export interface Example {
  document: Document;
  label: number;
}

/** `sums` is room to add up in, of at least features x labels, for those who count again and again. */
export function countOf(
  examples: Example[],
  labels: number,
  features: number,
  sums = new Float64Array(features * labels),
): Counts {
  const mass = new Uint32Array(features * labels);
  sums.fill(0);
  const texts = new Int32Array(features);
  const perLabel = new Int32Array(labels);
  for (const { document, label } of examples) {
    perLabel[label]!++;
    for (let i = 0; i < document.features.length; i++) {
      const feature = document.features[i]!;
      sums[feature * labels + label]! += document.values[i]!;
      texts[feature]!++;
    }
  }
  for (let i = 0; i < mass.length; i++) if (sums[i] !== 0) mass[i] = Math.max(1, Math.round(sums[i]! * UNITS));
  return { labels, features, mass, texts, examples: perLabel };
}

/** The masses of some features only, renumbered in the order given. */
export function keepOnly(counts: Counts, kept: Int32Array): Masses {
  const { labels } = counts;
  const mass = new Uint32Array(kept.length * labels);
  kept.forEach((feature, at) => mass.set(counts.mass.subarray(feature * labels, (feature + 1) * labels), at * labels));
  return { labels, examples: counts.examples, mass };
}
