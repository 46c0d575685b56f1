import type { Counts } from './counts.js';

/** Which features a model keeps. */
export interface Selection {
  /** Only features that stand in at least so many texts. */
  minTexts: number;
  /** The share of those, 0..1, whose spread over the labels is furthest from chance (chi-square). */
  share: number;
}

/** The numbers of the kept features, ascending. */
export function selectFeatures(counts: Counts, { minTexts, share }: Selection): Int32Array {
  const common: number[] = [];
  for (let feature = 0; feature < counts.features; feature++) {
    if (counts.texts[feature]! >= minTexts) common.push(feature);
  }
  if (share === 1) return Int32Array.from(common);
  const scores = chiSquares(counts);
  const best = common.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, Math.ceil(common.length * share));
  return Int32Array.from(best).sort();
}

function chiSquares({ labels, features, mass }: Counts): Float64Array {
  const ofLabel = new Float64Array(labels);
  for (let i = 0; i < mass.length; i++) ofLabel[i % labels]! += mass[i]!;
  const total = ofLabel.reduce((sum, one) => sum + one, 0);
  const scores = new Float64Array(features);
  for (let feature = 0; feature < features; feature++) {
    const row = mass.subarray(feature * labels, (feature + 1) * labels);
    let found = 0;
    for (const one of row) found += one;
    for (let label = 0; label < labels; label++) {
      const expected = (found * ofLabel[label]!) / total;
      if (expected > 0) scores[feature]! += (row[label]! - expected) ** 2 / expected;
    }
  }
  return scores;
}
