import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { evaluateCommand, Fault } from '../../src/commands/classifier/evaluate-command.js';
import { HELD, TRAIN } from '../classification/complaints.js';

const folder = mkdtempSync(join(tmpdir(), 'redress-classifier-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, rows: { label: string; text: string }[] | string): string {
  const path = join(folder, name);
  writeFileSync(path, typeof rows === 'string' ? rows : rows.map(({ label, text }) => `${label}\t${text}\n`).join(''));
  return path;
}

const PLAYBOOKS = [resolve(import.meta.dirname, '../../dialogs/playbooks')];
const run = (...args: string[]) => evaluateCommand(args, () => PLAYBOOKS);
const [train, test] = [file('train.tsv', TRAIN), file('test.tsv', HELD)];

describe('classifier evaluate', () => {
  it('answers one JSON object with shares, times and size', () => {
    const result = JSON.parse(run('evaluate', '--train', train, '--dev', test, '--test', test, '--json')) as object;
    expect(Object.keys(result).sort()).toEqual([
      'accuracy',
      'answeredAccuracy',
      'answeredShare',
      'ece',
      'macroF1',
      'microsMedian',
      'microsP99',
      'modelBytes',
      'trainSeconds',
    ]);
    expect((result as { accuracy: number }).accuracy).toBeGreaterThan(0.7);
  });

  it('adds the predictions in the order of the test file when asked', () => {
    const told = run('evaluate', '--train', train, '--test', test, '--json', '--predictions');
    const { predictions } = JSON.parse(told) as { predictions: { label: string; asked: boolean }[] };
    expect(predictions.map(({ label }) => label)).toEqual(HELD.map(({ label }) => label));
    expect(Object.keys(predictions[0]!)).toEqual(['label', 'predicted', 'probability', 'asked']);
  });

  it('tells people the same in lines', () => {
    expect(run('evaluate', '--train', train, '--test', test)).toMatch(/^accuracy +\d\.\d{3}$/m);
  });

  it("learns from a playbook's own examples", () => {
    const held = file('hotel.tsv', 'noise\t隔壁半夜吵得睡不着\n');
    expect(JSON.parse(run('evaluate', '--playbook', 'hotel-frontdesk', '--test', held, '--json'))).toMatchObject({
      accuracy: 1,
    });
  });

  it.each([
    ['nothing to do', [], 'Say what to do'],
    ['an unknown option', ['evaluate', '--frob'], "Unknown option '--frob'"],
    ['no test file', ['evaluate', '--train', train], '--test is missing'],
    ['nothing to learn from', ['evaluate', '--test', test], 'either --train or --playbook'],
    ['two things to learn from', ['evaluate', '--train', train, '--playbook', 'x', '--test', test], 'either --train'],
    ['a missing file', ['evaluate', '--train', 'absent.tsv', '--test', test], 'absent.tsv: cannot be read (ENOENT)'],
    ['a line without a tab', ['evaluate', '--train', file('bad.tsv', 'a\tb\nc d\n'), '--test', test], 'bad.tsv:2: '],
    ['an empty file', ['evaluate', '--train', file('empty.tsv', '\n'), '--test', test], 'there is nothing in it'],
    ['an unknown playbook', ['evaluate', '--playbook', 'nope', '--test', test], 'no playbook "nope": known are hotel'],
  ])('says in one line what is wrong with %s', (_, args, message) => {
    expect(() => run(...args)).toThrow(Fault);
    expect(() => run(...args)).toThrow(message);
    expect(() => run(...args)).toThrow(/^[^\n]*$/);
  });
});
