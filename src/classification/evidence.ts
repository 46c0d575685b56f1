import { UNITS, type Masses } from './counts.js';
import type { Document } from './document.js';

/**
 * `complement`: how unlikely a feature is in the texts of all other labels; steady when labels are unbalanced.
 * `odds`: how much likelier it is under a label than under the others; sharper when there are many labels.
 */
export type Family = 'complement' | 'odds';

export interface Weighing {
  family: Family;
  /** Added to every count (one text's worth is about 1), so that nothing is impossible. */
  alpha: number;
}

/** What each kept feature says for each label, in log units, by feature, then label; 0 for features not kept. Written into `weights`. */
export function weigh(
  { labels, mass }: Masses,
  kept: Int32Array,
  { family, alpha }: Weighing,
  weights = new Float32Array(mass.length),
): Float32Array {
  const smooth = alpha * UNITS;
  const ofLabel = new Float64Array(labels);
  for (const feature of kept) {
    for (let label = 0; label < labels; label++) ofLabel[label]! += mass[feature * labels + label]!;
  }
  const total = ofLabel.reduce((sum, one) => sum + one, 0);
  const own = ofLabel.map((one) => Math.log(one + smooth * kept.length));
  const other = ofLabel.map((one) => Math.log(total - one + smooth * kept.length));
  const nothing = Math.log(smooth);

  weights.fill(0);
  for (const feature of kept) {
    const at = feature * labels;
    let found = 0;
    for (let label = 0; label < labels; label++) found += mass[at + label]!;
    const all = Math.log(found + smooth);
    for (let label = 0; label < labels; label++) {
      const here = mass[at + label]!;
      const elsewhere = (here === 0 ? all : Math.log(found - here + smooth)) - other[label]!;
      const inside = family === 'odds' ? (here === 0 ? nothing : Math.log(here + smooth)) - own[label]! : 0;
      weights[at + label] = inside - elsewhere;
    }
  }
  return weights;
}

/** Shifts each feature's weights so that their mean over the labels is 0, which changes no comparison of labels. */
export function centre(weights: Float32Array, labels: number): Float32Array {
  for (let at = 0; at < weights.length; at += labels) {
    const row = weights.subarray(at, at + labels);
    const mean = row.reduce((sum, one) => sum + one, 0) / labels;
    for (let label = 0; label < labels; label++) row[label]! -= mean;
  }
  return weights;
}

/** Adds up what a text's features say for each label. Strangers say nothing. */
export function score({ features, values }: Document, weights: Float32Array, labels: number): Float64Array {
  const scores = new Float64Array(labels);
  for (let i = 0; i < features.length; i++) {
    const at = features[i]! * labels;
    if (at >= weights.length) continue;
    const value = values[i]!;
    for (let label = 0; label < labels; label++) scores[label]! += value * weights[at + label]!;
  }
  return scores;
}

/** What each feature of a text says for one label. */
export function sayingOf({ features, values }: Document, weights: Float32Array, labels: number, label: number) {
  const said = new Float64Array(features.length);
  for (let i = 0; i < said.length; i++) said[i] = values[i]! * (weights[features[i]! * labels + label] ?? 0);
  return said;
}
