import { NaiveBayes } from './naive-bayes.js';
import { modelOf, type SavedClassifier } from './saved-classifier.js';
import type { TrainedClassifier } from './trained-classifier.js';

/** The classifier that was saved; it answers exactly as the one that was trained. */
export const restoreClassifier = (saved: SavedClassifier): TrainedClassifier => new NaiveBayes(modelOf(saved));
