import type { Classification } from '../domain/classification.js';
import { probabilities, type Calibration } from './calibration.js';
import type { Masses } from './counts.js';
import { documentOf } from './document.js';
import { centre, sayingOf, score, weigh, type Weighing } from './evidence.js';
import { decidingWords } from './explain.js';
import { Lexicon, type Reading } from './lexicon.js';
import { save, type SavedClassifier } from './saved-classifier.js';
import type { TrainedClassifier } from './trained-classifier.js';

/** What training leaves behind. */
export interface Model {
  labels: string[];
  weighing: Weighing;
  calibration: Calibration;
  /** The kept features, in the order of the masses. */
  keys: string[];
  masses: Masses;
}

/** Sparse naive Bayes: only the features of the text are looked at. */
export class NaiveBayes implements TrainedClassifier {
  readonly #model: Model;
  readonly #lexicon: Lexicon;
  readonly #weights: Float32Array;
  readonly #logPrior: Float64Array;

  constructor(model: Model) {
    this.#model = model;
    this.#lexicon = new Lexicon(model.keys);
    const weights = weigh(model.masses, Int32Array.from(model.keys.keys()), model.weighing);
    this.#weights = centre(weights, model.labels.length);
    this.#logPrior = logPriorOf(model.masses.examples);
  }

  classify(text: string): Classification {
    const { labels, calibration, keys } = this.#model;
    const reading = this.#lexicon.read(text);
    const document = documentOf(reading);
    const shares = probabilities(score(document, this.#weights, labels.length), this.#logPrior, calibration);
    const order = [...labels.keys()].sort((a, b) => shares[b]! - shares[a]!);
    const best = order[0]!;
    return {
      ranked: order.map((label) => ({ label: labels[label]!, probability: shares[label]! })),
      sure: shares[best]! >= calibration.line && knowsAWord(reading, keys.length),
      words: decidingWords(text, reading, document, sayingOf(document, this.#weights, labels.length, best)),
    };
  }

  toJSON(): SavedClassifier {
    return save(this.#model);
  }
}

/** How frequent each label is among the examples, as logarithms. */
export function logPriorOf(examples: Int32Array): Float64Array {
  const total = examples.reduce((sum, one) => sum + one, 0);
  return Float64Array.from(examples, (one) => Math.log((one + 1) / (total + examples.length)));
}

/** Without a single known word, what the characters resemble is chance. */
function knowsAWord({ words }: Reading, known: number): boolean {
  return words.features.subarray(0, words.length).some((feature) => feature < known);
}
