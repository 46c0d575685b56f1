import type { Counting } from './document.js';
import type { Family, Weighing } from './evidence.js';
import type { Selection } from './select.js';

/** One way of training, to be chosen by how well it does on examples that it has not seen. */
export interface Settings {
  selection: Selection;
  weighing: Weighing;
}

/** Weighings to try on one selection of features. */
export interface Choice {
  selection: Selection;
  weighings: Weighing[];
}

const SELECTIONS: Selection[] = [
  { minTexts: 1, share: 1 },
  { minTexts: 2, share: 1 },
  { minTexts: 4, share: 0.4 },
  { minTexts: 1, share: 0.2 },
  { minTexts: 1, share: 0.08 },
];
const ALPHAS: Record<Family, number[]> = { odds: [0.01, 0.03, 0.1, 0.3], complement: [0.1, 0.3, 1] };
const SIMPLE: Choice = { selection: { minTexts: 1, share: 1 }, weighings: [{ family: 'complement', alpha: 1 }] };

/** With fewer examples the simplest setting is as good, and a choice would follow chance. */
const FEW = 1500;

/** How features are counted, and the settings to choose among. */
export function settingsFor(examples: number): { counting: Counting; choices: Choice[] } {
  if (examples < FEW) return { counting: 'presence', choices: [SIMPLE] };
  const weighings = (['odds', 'complement'] as const).flatMap((family) =>
    ALPHAS[family].map((alpha): Weighing => ({ family, alpha })),
  );
  return { counting: 'length', choices: SELECTIONS.map((selection) => ({ selection, weighings })) };
}
