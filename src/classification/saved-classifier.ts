import type { Calibration } from './calibration.js';
import type { Weighing } from './evidence.js';
import type { Model } from './naive-bayes.js';

/** A classifier as JSON. */
export interface SavedClassifier {
  version: 1;
  labels: string[];
  /** By label: how many examples it had. */
  examples: number[];
  weighing: Weighing;
  calibration: Calibration;
  keys: string[];
  /** By feature: how many labels have it, then label and mass of each. */
  masses: number[];
}

export function save({ labels, weighing, calibration, keys, masses }: Model): SavedClassifier {
  const flat: number[] = [];
  for (let feature = 0; feature < keys.length; feature++) {
    const pairs: number[] = [];
    for (let label = 0; label < labels.length; label++) {
      const mass = masses.mass[feature * labels.length + label]!;
      if (mass > 0) pairs.push(label, mass);
    }
    flat.push(pairs.length / 2, ...pairs);
  }
  return { version: 1, labels, examples: [...masses.examples], weighing, calibration, keys, masses: flat };
}

/** The model that was saved. Throws a RangeError when the JSON is of another version. */
export function modelOf(saved: SavedClassifier): Model {
  if (saved.version !== 1)
    throw new RangeError(`A saved classifier of version ${String(saved.version)} is unknown here.`);
  const { labels, examples, weighing, calibration, keys, masses } = saved;
  const mass = new Uint32Array(keys.length * labels.length);
  let at = 0;
  for (let feature = 0; feature < keys.length; feature++) {
    const next = at + 1 + 2 * masses[at]!;
    for (at += 1; at < next; at += 2) mass[feature * labels.length + masses[at]!] = masses[at + 1]!;
  }
  const restored = { labels: labels.length, examples: Int32Array.from(examples), mass };
  return { labels, weighing, calibration, keys, masses: restored };
}
