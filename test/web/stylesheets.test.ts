import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { filesUnder, WEB_SOURCES } from './built-web.js';

const COLOUR =
  /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(|(?<![\w-])(?:white|black|red|green|blue|gr[ae]y|orange|yellow)(?![\w-])/gi;

function coloursIn(css: string): string[] {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').match(COLOUR) ?? [];
}

describe('stylesheets', () => {
  const sheets = filesUnder(WEB_SOURCES).filter((path) => path.endsWith('.css'));

  it('take every colour from the tokens', () => {
    const raw = sheets
      .filter((path) => basename(path) !== 'tokens.css')
      .flatMap((path) => coloursIn(readFileSync(path, 'utf8')).map((colour) => `${basename(path)}: ${colour}`));
    expect(sheets.length).toBeGreaterThan(3);
    expect(raw).toEqual([]);
  });

  it('would be caught with a colour of their own', () => {
    expect(coloursIn('a { color: #15202a; border-color: RGB(1 2 3); background: White; white-space: pre }')).toEqual([
      '#15202a',
      'RGB(',
      'White',
    ]);
  });

  it('use no variable that the tokens do not define', () => {
    // Shares, sizes and grounds that scripts or single elements set.
    const own = new Set(['--p', '--size', '--av', '--r', '--a', '--z', '--a2', '--z2', '--w', '--x', '--y']);
    const tokens = sheets
      .filter((path) => basename(path) === 'tokens.css')
      .map((path) => readFileSync(path, 'utf8'))
      .join();
    const unknown = sheets.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/var\((--[\w-]+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !own.has(name) && !tokens.includes(`${name}:`)),
    );
    expect(unknown).toEqual([]);
  });
});
