import type { TrainedClassifier } from './trained-classifier.js';
import type { LabelledText } from './train.js';

/** What the classifier said of one held-out text. */
export interface Prediction {
  label: string;
  predicted: string;
  probability: number;
  /** The classifier was not sure: a customer would have been asked. */
  asked: boolean;
}

/** How well a classifier does on texts that it has not seen. Shares are 0..1. */
export interface Evaluation {
  accuracy: number;
  macroF1: number;
  /** Expected calibration error: how far the stated probability of the best label is from how often it is right. */
  ece: number;
  /** The share of texts of which the classifier is sure, and how often it is right in those. */
  answeredShare: number;
  answeredAccuracy: number;
  microsMedian: number;
  microsP99: number;
  predictions: Prediction[];
}

const BINS = 10;

/** Classifies every text once; `milliseconds` is a clock that only needs to run forward. */
export function evaluate(
  classifier: Pick<TrainedClassifier, 'classify'>,
  texts: LabelledText[],
  milliseconds: () => number,
): Evaluation {
  const micros: number[] = [];
  const predictions = texts.map(({ label, text }): Prediction => {
    const from = milliseconds();
    const { ranked, sure } = classifier.classify(text);
    micros.push((milliseconds() - from) * 1000);
    const best = ranked[0]!;
    return { label, predicted: best.label, probability: best.probability, asked: !sure };
  });
  micros.sort((a, b) => a - b);
  const answered = predictions.filter(({ asked }) => !asked);
  return {
    accuracy: rightShare(predictions),
    macroF1: macroF1(predictions),
    ece: calibrationError(predictions),
    answeredShare: answered.length / predictions.length,
    answeredAccuracy: rightShare(answered),
    microsMedian: quantile(micros, 0.5),
    microsP99: quantile(micros, 0.99),
    predictions,
  };
}

const isRight = ({ label, predicted }: Prediction) => label === predicted;

/** 0 when there is nothing to be right about. */
function rightShare(predictions: Prediction[]): number {
  return predictions.length === 0 ? 0 : predictions.filter(isRight).length / predictions.length;
}

/** The mean over the labels that occur of their F1, the harmonic mean of precision and recall. */
function macroF1(predictions: Prediction[]): number {
  const labels = [...new Set(predictions.map(({ label }) => label))];
  const scores = labels.map((one) => {
    const right = predictions.filter(({ label, predicted }) => label === one && predicted === one).length;
    const meant = predictions.filter(({ label }) => label === one).length;
    const said = predictions.filter(({ predicted }) => predicted === one).length;
    return (2 * right) / (meant + said);
  });
  return scores.reduce((sum, one) => sum + one, 0) / labels.length;
}

/** Over ten bands of stated probability, the distance between what is stated and what comes true, by their size. */
function calibrationError(predictions: Prediction[]): number {
  const gaps = new Float64Array(BINS);
  for (const prediction of predictions) {
    const bin = Math.min(BINS - 1, Math.floor(prediction.probability * BINS));
    gaps[bin]! += prediction.probability - (isRight(prediction) ? 1 : 0);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / predictions.length;
}

const quantile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
