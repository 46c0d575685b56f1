import { calibrate, type Calibration, type Trial } from './calibration.js';
import { countOf, keepOnly, type Example } from './counts.js';
import { documentOf } from './document.js';
import { score, weigh, type Weighing } from './evidence.js';
import { foldsOf, type Fold } from './folds.js';
import { Lexicon } from './lexicon.js';
import { logPriorOf, NaiveBayes } from './naive-bayes.js';
import { selectFeatures, type Selection } from './select.js';
import { choicesFor, type Choices, type Settings } from './settings.js';
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
  const lexicon = new Lexicon();
  const encode = ({ label, text }: LabelledText): Example[] => {
    const number = numbers.get(label);
    return number === undefined ? [] : [{ document: documentOf(lexicon.read(text)), label: number }];
  };

  const all = examples.flatMap(encode);
  const known = lexicon.keys;
  const unseen = dev?.flatMap(encode) ?? [];
  const folds = unseen.length > 0 ? [{ train: all, test: unseen }] : foldsOf(all, seed);
  const { settings, calibration } = choose(
    choicesFor(examples.length, known.length),
    folds,
    labels.length,
    known.length,
  );

  const counts = countOf(all, labels.length, known.length);
  const kept = selectFeatures(counts, settings.selection);
  return new NaiveBayes({
    labels,
    weighing: settings.weighing,
    calibration,
    keys: Array.from(kept, (feature) => known[feature]!),
    masses: keepOnly(counts, kept),
  });
}

interface Judged {
  settings: Settings;
  calibration: Calibration;
  surprise: number;
}

/** The settings whose calibrated answers surprise least on what they were not trained on. */
function choose({ selections, drafts, weighings }: Choices, folds: Fold[], labels: number, features: number): Judged {
  // Room that is used again and again: what is made anew for each trial would stay with the process.
  const sums = new Float64Array(features * labels);
  const room = new Float32Array(features * labels);
  const counted = folds.map(({ train, test }) => ({ counts: countOf(train, labels, features, sums), test }));
  const logPrior = logPriorOf(counted[0]!.counts.examples);
  const judge = (selection: Selection, tried: Weighing[]): Judged[] => {
    const selected = counted.map(({ counts, test }) => ({ counts, test, kept: selectFeatures(counts, selection) }));
    return tried.map((weighing) => {
      const trials = selected.flatMap(({ counts, test, kept }): Trial[] => {
        const weights = weigh(counts, kept, weighing, room);
        return test.map(({ document, label }) => ({ scores: score(document, weights, labels), label }));
      });
      return { settings: { selection, weighing }, ...calibrate(trials, logPrior) };
    });
  };
  const drafted = leastSurprised(selections.flatMap((selection) => judge(selection, drafts)));
  return leastSurprised([drafted, ...judge(drafted.settings.selection, weighings)]);
}

const leastSurprised = (all: Judged[]): Judged =>
  all.reduce((best, one) => (one.surprise < best.surprise ? one : best));
