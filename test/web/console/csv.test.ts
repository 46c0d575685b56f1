import fc from 'fast-check';
import { csvOf } from '../../../src/web/console/cases/csv.js';

/** Reads CSV back, as a spreadsheet does. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const body = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < body.length; at += 1) {
    const sign = body[at];
    if (quoted && sign === '"' && body[at + 1] === '"') cell += body[(at += 1)];
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ',' || (sign === '\r' && body[at + 1] === '\n'))) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\r') {
        at += 1;
        rows.push([]);
      }
    } else cell += sign;
  }
  return rows.slice(0, -1);
}

describe('the export', () => {
  it('gives every cell back, and none that a spreadsheet would calculate', () => {
    const cells = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(cells, (rows) => {
        const back = read(csvOf(rows));
        expect(back.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
        );
        for (const cell of back.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });

  it('disarms formulas, also behind blanks', () => {
    expect(csvOf([['=HYPERLINK("x")', ' +1', '@a', '-2', 'plain']])).toBe(
      '\uFEFF"\'=HYPERLINK(""x"")",\' +1,\'@a,\'-2,plain\r\n',
    );
  });
});
