import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtWeb } from './built-web.js';

const LIMIT = 25_000;

/** What a page loads before and as it starts: its scripts and what they import. */
function scriptsOf(web: string, page: string): string[] {
  const html = readFileSync(join(web, page, 'index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path = '']) => path);
}

describe('what the pages load', () => {
  const web = builtWeb();

  it('keeps the customer’s chat under 25 kB of gzipped JavaScript', () => {
    const scripts = scriptsOf(web, 'chat');
    const size = (path: string) => gzipSync(readFileSync(join(web, path))).length;
    const all = scripts.reduce((sum, path) => sum + size(path), 0);
    expect(scripts.length).toBeGreaterThan(1);
    // And one of the languages, whichever is the largest.
    const code = scripts.map((path) => readFileSync(join(web, path), 'utf8')).join();
    const languages = [...code.matchAll(/import\(`\.\/([^`]+)`\)/g)].map(([, name]) => `/assets/${name}`);
    expect(languages).toHaveLength(3);
    expect(all + Math.max(...languages.map(size))).toBeLessThan(LIMIT);
  });

  it('has no script and no style in the HTML, and nothing from another host', () => {
    for (const page of ['chat', 'case', 'console']) {
      const html = readFileSync(join(web, page, 'index.html'), 'utf8');
      expect(html).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)|\son\w+=|https?:/);
    }
  });

  it('gives the launcher as one classic script', () => {
    const script = readFileSync(join(web, 'embed.js'), 'utf8');
    expect(script).not.toMatch(/\bimport\b|\bexport\b/);
    expect(script).toMatch(/embed/);
  });
});
