import { Converter } from 'opencc-js/t2cn';
import { trainClassifier } from '../../src/classification/train.js';
import { loadPlaybooks, type LoadedPlaybook } from '../../src/playbooks/load-folder.js';
import type { Example } from '../../src/playbooks/examples.js';
import { VERBS } from './verbs.js';

const BOOKS = loadPlaybooks(['dialogs/playbooks'], VERBS).good.map((one) => [one.playbook.id, one] as const);
const simplified = Converter({ from: 'tw', to: 'cn' });
const isChinese = ({ text }: Example) => /\p{Script=Han}/u.test(text);
const isTraditional = ({ text }: Example) => simplified(text) !== text;

/** The number of examples of each category, of those that count. */
function perCategory({ playbook, examples }: LoadedPlaybook, counts: (example: Example) => boolean): number[] {
  return playbook.categories.map(({ id }) => examples.filter((one) => one.category === id && counts(one)).length);
}

test.each(BOOKS)('%s has enough examples of every category in Chinese and English', (_, book) => {
  expect(Math.min(...perCategory(book, isChinese))).toBeGreaterThanOrEqual(45);
  expect(Math.min(...perCategory(book, (example) => !isChinese(example)))).toBeGreaterThanOrEqual(22);
  expect(Math.min(...perCategory(book, isTraditional))).toBeGreaterThanOrEqual(5);
});

test.each(BOOKS)('no sentence of %s stands twice', (_, { examples }) => {
  const seen = new Set<string>();
  const twice = examples.filter(({ text }) => seen.size === seen.add(text.toLowerCase()).size);
  expect(twice).toEqual([]);
});

/** The same order every time, by a small generator of numbers. */
function shuffled<T>(list: T[], seed: number): T[] {
  let state = seed;
  const keyed = list.map((item) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return { item, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** The share of a fifth, kept back, that a classifier trained on the rest gets right. */
function accuracy(examples: { label: string; text: string }[]): number {
  const rows = shuffled(examples, 7);
  const kept = rows.slice(0, Math.floor(rows.length / 5));
  const model = trainClassifier(rows.slice(kept.length));
  return kept.filter(({ label, text }) => model.classify(text).ranked[0]?.label === label).length / kept.length;
}

test.each(BOOKS)('the categories of %s can be learnt from its examples', (_, { examples, playbook }) => {
  const rows = examples.map(({ category, text }) => ({ label: category, text }));
  expect(accuracy(rows)).toBeGreaterThan(0.7);
  const labels = shuffled(
    rows.map(({ label }) => label),
    3,
  );
  const nonsense = rows.map(({ text }, index) => ({ label: labels[index]!, text }));
  expect(accuracy(nonsense)).toBeLessThan(2 / playbook.categories.length);
});
