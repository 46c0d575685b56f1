import type { Classification } from '../domain/classification.js';
import type { SavedClassifier } from './saved-classifier.js';

/** A classifier that can serve. */
export interface TrainedClassifier {
  classify(text: string): Classification;
  /** Everything needed to serve again; holds no text of an example. */
  toJSON(): SavedClassifier;
}
