import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { evaluate, type Evaluation } from '../../classification/evaluate.js';
import { trainClassifier, type LabelledText } from '../../classification/train.js';
import { CASE_VERBS } from '../../operations/verbs.js';
import { loadPlaybooks } from '../../playbooks/load-folder.js';

const USAGE =
  'npm run classifier -- evaluate (--train T.tsv | --playbook ID) [--dev D.tsv] --test H.tsv [--json] [--predictions]';

/** A fault of the command line or of a file, told in one line. */
export class Fault extends Error {}

const options = {
  train: { type: 'string' },
  playbook: { type: 'string' },
  dev: { type: 'string' },
  test: { type: 'string' },
  json: { type: 'boolean', default: false },
  predictions: { type: 'boolean', default: false },
} as const;

/**
 * `evaluate`: trains as the desk does and tells how well it does on texts that it has not seen. Throws a `Fault`.
 * @param folders where playbooks are, the last that has one of the id counts
 */
export function evaluateCommand(args: string[], folders: () => string[]): string {
  const { positionals, values } = parse(args);
  if (positionals.length !== 1 || positionals[0] !== 'evaluate') throw new Fault(`Say what to do: ${USAGE}`);
  if (!values.test) throw new Fault(`--test is missing: ${USAGE}`);
  const examples = examplesOf(values.train, values.playbook, folders);
  const dev = values.dev === undefined ? undefined : readTsv(values.dev);
  const held = readTsv(values.test);

  const from = performance.now();
  const classifier = trainClassifier(examples, { dev });
  const trainSeconds = (performance.now() - from) / 1000;
  const { predictions, ...measured } = evaluate(classifier, held, () => performance.now());
  const modelBytes = Buffer.byteLength(JSON.stringify(classifier));
  const result = { ...measured, trainSeconds, modelBytes, ...(values.predictions && { predictions }) };
  return values.json ? JSON.stringify(result) : table(result, examples.length, held.length);
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Fault((error as Error).message.split('\n')[0]);
  }
}

function examplesOf(train: string | undefined, id: string | undefined, folders: () => string[]): LabelledText[] {
  if ((train === undefined) === (id === undefined)) throw new Fault(`Give either --train or --playbook: ${USAGE}`);
  if (train !== undefined) return readTsv(train);
  const verbs = CASE_VERBS.map(({ name }) => name);
  const { good } = loadPlaybooks(folders(), verbs);
  const found = good.find(({ playbook }) => playbook.id === id);
  if (!found) {
    throw new Fault(`There is no playbook "${id}": known are ${good.map(({ playbook }) => playbook.id).join(', ')}.`);
  }
  if (found.examples.length === 0) throw new Fault(`The playbook "${id}" has no examples.`);
  return found.examples.map(({ category, text }) => ({ label: category, text }));
}

/** Lines of label, tab, text. */
function readTsv(file: string): LabelledText[] {
  const rows = textOf(file)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const [label = '', ...rest] = line.split('\t');
      const text = rest.join(' ').trim();
      if (label === '' || text === '') throw new Fault(`${file}:${index + 1}: write a label, a tab and a text`);
      return [{ label, text }];
    });
  if (rows.length === 0) throw new Fault(`${file}: there is nothing in it`);
  return rows;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Fault(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

type Result = Omit<Evaluation, 'predictions'> & Partial<Pick<Evaluation, 'predictions'>>;

function table(result: Result & { trainSeconds: number; modelBytes: number }, trained: number, held: number): string {
  const share = (value: number) => value.toFixed(3);
  const lines: [string, string][] = [
    ['examples', `${trained} learned from, ${held} judged on`],
    ['accuracy', share(result.accuracy)],
    ['macro-F1', share(result.macroF1)],
    ['calibration error', share(result.ece)],
    ['sure of', `${share(result.answeredShare)}, right in ${share(result.answeredAccuracy)} of those`],
    ['microseconds a text', `${result.microsMedian.toFixed(0)} median, ${result.microsP99.toFixed(0)} p99`],
    ['training', `${result.trainSeconds.toFixed(2)} s`],
    ['model', `${(result.modelBytes / 1e6).toFixed(2)} MB`],
  ];
  const rows = lines.map(([name, value]) => `${name.padEnd(20)} ${value}`);
  const told = (result.predictions ?? []).map(({ label, predicted, probability, asked }) =>
    [label, predicted, probability.toFixed(3), asked ? 'asked' : 'sure'].join('\t'),
  );
  return [...rows, ...told].join('\n');
}
