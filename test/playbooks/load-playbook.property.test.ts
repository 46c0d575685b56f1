import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readPlaybook } from '../../src/playbooks/load-playbook.js';
import { SHOP } from './shop-yaml.js';
import { VERBS } from './verbs.js';

const HOTEL = readFileSync('dialogs/playbooks/hotel-frontdesk/playbook.yaml', 'utf8');
const JUNK = [
  '',
  '[',
  ']',
  '{',
  '}',
  ':',
  ': ',
  '- ',
  '&a ',
  '*a',
  '!!set ',
  '|',
  '\t',
  '\n',
  '# ',
  '"',
  "'",
  '%',
  '__proto__',
  '? ',
];

const piece = fc.oneof(
  fc.constantFrom(...JUNK),
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.constantFrom('null', '[]', '{}', '-1', '1e999', '.nan', 'true', 'constructor: {}', '2026-02-30', '~'),
);
const cut = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat({ max: 60 }), put: piece });

function mutilated(source: string, cuts: { at: number; length: number; put: string }[]): string {
  return cuts.reduce((text, { at, length, put }) => {
    const start = Math.floor(at * text.length);
    return text.slice(0, start) + put + text.slice(start + length);
  }, source);
}

test.each([
  ['small', SHOP, 150],
  ['large', HOTEL, 15],
])('a mutilated playbook (%s) is answered with its faults or read, and never throws', (_, source, numRuns) => {
  let refused = 0;
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
      const text = mutilated(source, cuts);
      const result = readPlaybook(text, 'cut.yaml', VERBS);
      if ('playbook' in result) {
        expect(result.playbook.hash).toHaveLength(64);
        return;
      }
      refused++;
      const lines = text.split('\n').length;
      expect(result.errors.length).toBeGreaterThan(0);
      for (const { line, field, message } of result.errors) {
        expect(line >= 1 && line <= lines + 1 && field !== '' && message !== '').toBe(true);
      }
    }),
    { numRuns },
  );
  expect(refused).toBeGreaterThan(numRuns / 3);
});

test('a bomb of aliases is refused', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg']) {
    bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`);
  }
  const result = readPlaybook(bomb.join('\n'), 'bomb.yaml', VERBS);
  expect(result).toMatchObject({ errors: [{ field: 'yaml', message: expect.stringMatching(/alias/i) }] });
});
