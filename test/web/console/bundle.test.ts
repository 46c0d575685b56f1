import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtWeb } from '../built-web.js';

const LIMIT = 250_000;

/** A script with everything it imports before it runs. */
function withImports(web: string, path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const code = readFileSync(join(web, 'assets', path), 'utf8');
  for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
    withImports(web, name, seen);
  return seen;
}

it('the console’s first load, with the inbox and the largest language, stays under 250 kB of gzipped script', () => {
  const web = builtWeb();
  const html = readFileSync(join(web, 'console', 'index.html'), 'utf8');
  const entry = /assets\/(console-[\w-]+\.js)/.exec(html)?.[1] ?? '';
  const all = withImports(web, entry);
  const code = [...all].map((path) => readFileSync(join(web, 'assets', path), 'utf8')).join('\n');
  const lazy = (name: string) =>
    [...code.matchAll(/import\([`"']\.\/([\w.-]+)[`"']\)/g)]
      .map(([, path = '']) => path)
      .filter((path) => path.startsWith(name));
  expect(lazy('inbox-page')).toHaveLength(1);
  expect(lazy('terms-')).toHaveLength(3);
  const size = (path: string) => gzipSync(readFileSync(join(web, 'assets', path))).length;
  for (const path of lazy('inbox-page')) withImports(web, path, all);
  const sum = [...all].reduce((total, path) => total + size(path), 0);
  const words = ['en-', 'zh-', 'terms-'].flatMap(lazy).map(size);
  const first = sum + 2 * Math.max(...words);
  expect(first).toBeGreaterThan(60_000);
  expect(first).toBeLessThan(LIMIT);
  process.stdout.write(`console, first load: ${Math.round(first / 1000)} kB gzipped script\n`);
});
