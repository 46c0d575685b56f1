import type { Weighing } from './evidence.js';
import type { Selection } from './select.js';

/** One way of training. */
export interface Settings {
  selection: Selection;
  weighing: Weighing;
}

/** What to choose from: a selection, judged by the drafts, then the best weighing for it. */
export interface Choices {
  selections: Selection[];
  drafts: Weighing[];
  weighings: Weighing[];
}

const SELECTIONS: Selection[] = [
  { minTexts: 1, share: 1 },
  { minTexts: 2, share: 1 },
  { minTexts: 4, share: 0.4 },
  { minTexts: 1, share: 0.2 },
  { minTexts: 1, share: 0.08 },
];
const DRAFTS: Weighing[] = [
  { family: 'odds', alpha: 0.03 },
  { family: 'complement', alpha: 0.3 },
];
const WEIGHINGS: Weighing[] = [
  ...[0.01, 0.1, 0.3].map((alpha): Weighing => ({ family: 'odds', alpha })),
  ...[0.1, 1].map((alpha): Weighing => ({ family: 'complement', alpha })),
];
/** Among few short examples a richer choice would follow chance, and a playbook must be ready within a blink. */
const SIMPLE: Choices = {
  selections: [{ minTexts: 1, share: 1 }],
  drafts: [{ family: 'odds', alpha: 0.03 }],
  weighings: [{ family: 'odds', alpha: 0.1 }],
};
const FEW = 1800;
const FEW_FEATURES = 50_000;

export function choicesFor(examples: number, features: number): Choices {
  return examples < FEW && features < FEW_FEATURES
    ? SIMPLE
    : { selections: SELECTIONS, drafts: DRAFTS, weighings: WEIGHINGS };
}
