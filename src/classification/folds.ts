import type { Example } from './counts.js';

/** Examples to train on, and others to judge by. */
export interface Fold {
  train: Example[];
  test: Example[];
}

const PARTS = 5;
/** With more examples one part judges well enough, and five would take five times as long. */
const MANY = 1500;

/** Fifths of the examples, each label spread evenly over them; each fifth is judged by a model of the other four. */
export function foldsOf(examples: Example[], seed: number): Fold[] {
  const shuffled = shuffle(examples, seed).sort((a, b) => a.label - b.label);
  const folds = Array.from({ length: PARTS }, (_, part) => ({
    train: shuffled.filter((_, at) => at % PARTS !== part),
    test: shuffled.filter((_, at) => at % PARTS === part),
  })).filter(({ train, test }) => train.length > 0 && test.length > 0);
  if (folds.length === 0) return [{ train: examples, test: examples }];
  return examples.length < MANY ? folds : folds.slice(0, 1);
}

function shuffle<T>(items: T[], seed: number): T[] {
  const shuffled = [...items];
  let state = seed >>> 0;
  for (let at = shuffled.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    [shuffled[at], shuffled[other]] = [shuffled[other]!, shuffled[at]!];
  }
  return shuffled;
}
