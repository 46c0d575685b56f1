import { calibrate, type Calibration, type Trial } from './calibration.js';
import { countOf, keepOnly, type Example } from './counts.js';
import { documentOf } from './document.js';
import { score, weigh } from './evidence.js';
import { foldsOf, type Fold } from './folds.js';
import { Lexicon } from './lexicon.js';
import { logPriorOf, NaiveBayes } from './naive-bayes.js';
import { selectFeatures } from './select.js';
import { settingsFor, type Choice, type Settings } from './settings.js';
import type { TrainedClassifier } from './trained-classifier.js';

export type { TrainedClassifier } from './trained-classifier.js';

/** A text and the label that it should get. */
export interface LabelledText {
  label: string;
  text: string;
}

export interface TrainingOptions {
  /** Examples to choose the settings and to calibrate by; without them, folds of the examples do. */
  dev?: LabelledText[];
  /** Decides how the examples fall into folds. The same seed and examples give the same classifier. */
  seed?: number;
}

/** Learns to tell the labels apart. Throws a RangeError when there is no example. */
export function trainClassifier(examples: LabelledText[], { dev, seed = 1 }: TrainingOptions = {}): TrainedClassifier {
  if (examples.length === 0) throw new RangeError('A classifier needs at least one example.');
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const { counting, choices } = settingsFor(examples.length);
  const lexicon = new Lexicon();
  const encode = ({ label, text }: LabelledText): Example[] => {
    const number = numbers.get(label);
    return number === undefined ? [] : [{ document: documentOf(lexicon.read(text), counting), label: number }];
  };

  const all = examples.flatMap(encode);
  const known = lexicon.keys;
  const unseen = dev?.flatMap(encode) ?? [];
  const folds = unseen.length > 0 ? [{ train: all, test: unseen }] : foldsOf(all, seed);
  const { settings, calibration } = choose(choices, folds, labels.length, known.length);

  const counts = countOf(all, labels.length, known.length);
  const kept = selectFeatures(counts, settings.selection);
  return new NaiveBayes({
    labels,
    counting,
    weighing: settings.weighing,
    calibration,
    keys: Array.from(kept, (feature) => known[feature]!),
    masses: keepOnly(counts, kept),
  });
}

/** The settings whose calibrated answers surprise least on what they were not trained on. */
function choose(choices: Choice[], folds: Fold[], labels: number, features: number) {
  const counted = folds.map(({ train, test }) => ({ counts: countOf(train, labels, features), test }));
  const logPrior = logPriorOf(counted[0]!.counts.examples);
  let best: { settings: Settings; calibration: Calibration; surprise: number } | undefined;
  for (const { selection, weighings } of choices) {
    const selected = counted.map(({ counts, test }) => ({ counts, test, kept: selectFeatures(counts, selection) }));
    for (const weighing of weighings) {
      const trials = selected.flatMap(({ counts, test, kept }): Trial[] => {
        const weights = weigh(counts, kept, weighing);
        return test.map(({ document, label }) => ({ scores: score(document, weights, labels), label }));
      });
      const judged = calibrate(trials, logPrior);
      if (!best || judged.surprise < best.surprise) best = { settings: { selection, weighing }, ...judged };
    }
  }
  return best!;
}
