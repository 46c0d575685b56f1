import { restoreClassifier } from '../../src/classification/restore.js';
import type { SavedClassifier } from '../../src/classification/saved-classifier.js';
import { trainClassifier } from '../../src/classification/train.js';
import { HELD, TRAIN } from './complaints.js';

const trained = trainClassifier(TRAIN);
const saved = () => JSON.parse(JSON.stringify(trained)) as SavedClassifier;

it('answers after a round through JSON exactly as before', () => {
  const restored = restoreClassifier(saved());
  for (const { text } of [...HELD, ...TRAIN, { text: 'nothing of this 生僻' }]) {
    expect(restored.classify(text)).toEqual(trained.classify(text));
  }
  expect(JSON.stringify(restored)).toBe(JSON.stringify(trained));
});

it('keeps a label that is the name of an object internal', () => {
  const examples = TRAIN.map(({ label, text }) => ({ text, label: label === 'noise' ? '__proto__' : label }));
  const restored = restoreClassifier(JSON.parse(JSON.stringify(trainClassifier(examples))) as SavedClassifier);
  expect(restored.classify('so noisy that we could not sleep').ranked[0]!.label).toBe('__proto__');
});

it('saves whole numbers, which are short', () => {
  expect(saved().masses.every(Number.isInteger)).toBe(true);
});

it('refuses what another version saved', () => {
  const later = { ...saved(), version: 2 } as unknown as SavedClassifier;
  expect(() => restoreClassifier(later)).toThrow('version 2');
});
