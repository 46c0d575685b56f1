import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initials } from '../../../src/web/console/frame/pinyin.js';
import { filesUnder, WEB_SOURCES } from '../built-web.js';

describe('pinyin initials', () => {
  it.each([
    ['接手', 'js'],
    ['交还助手', 'jhzs'],
    ['内部备注', 'nbbz'],
    ['回覆客戶', 'hfkh'],
    ['阿', 'a'],
    ['做', 'z'],
    ['案件 306-28', 'aj30628'],
    ['Take over', 'takeover'],
    ['，。！', ''],
  ])('of %s are %s', (text, expected) => expect(initials(text)).toBe(expected));
});

/** The keys of the calls of `useKeys` in a source, in the words of the sheet. */
function keysIn(source: string): string[] {
  return [...source.matchAll(/useKeys\(\{([\s\S]*?)\}\);/g)].flatMap(([, body]) =>
    [...body!.matchAll(/(?:^|[{,\n])\s*(?:'([^'\n]+)'|([a-z]+)): /g)].map(([, quoted, bare]) => quoted ?? bare!),
  );
}

describe('the sheet of keys', () => {
  const sources = filesUnder(join(WEB_SOURCES, 'console')).filter((path) => /\.tsx?$/.test(path));
  const read = (name: string) =>
    readFileSync(
      sources.find((path) => path.endsWith(name))!,
      'utf8',
    );
  const sheet = [...read('frame/shortcuts.tsx').matchAll(/^\s+\['([^']+)', /gm)].map(([, key]) => key!);
  const goTo = [
    ...read('frame/shell.tsx')
      .match(/const GO[^=]*= \{([\s\S]*?)\};/)![1]!
      .matchAll(/(\w): '/g),
  ].map(([, key]) => key!.toUpperCase());
  /** Keys that are no single letters, and where they are heard. */
  const OTHERS = { 'Ctrl K': 'shell.tsx', F6: 'shell.tsx', 'Ctrl Enter': 'reply-box.tsx' };

  it('names every key that does something, and no other', () => {
    const real = new Set<string>();
    for (const key of sources.flatMap((path) => keysIn(readFileSync(path, 'utf8')))) {
      if (key === 'g' || key === 'shift+?') continue; // the first of two, and what some keyboards make of `?`
      const said =
        { enter: 'Enter', escape: 'Esc' }[key] ??
        key.replace('shift+', 'Shift ').replace(/[a-z]$/, (l) => l.toUpperCase());
      real.add(said);
    }
    const named = sheet.flatMap((keys) =>
      keys.startsWith('G ') ? [] : keys in OTHERS || keys.startsWith('Shift') ? [keys] : keys.split(' '),
    );
    expect(real.size).toBeGreaterThan(20);
    expect([...real].filter((key) => !named.includes(key))).toEqual([]);
    expect(named.filter((key) => !real.has(key) && !(key in OTHERS))).toEqual([]);
    const places = sheet.filter((keys) => keys.startsWith('G ')).map((keys) => keys.slice(2));
    expect([...places].sort()).toEqual([...goTo].sort());
  });

  it('hears the others too', () => {
    expect(read('shell.tsx')).toMatch(/ctrlKey[\s\S]*'k'[\s\S]*'F6'/);
    expect(read('reply-box.tsx')).toMatch(/'Enter' && \(event\.ctrlKey/);
  });
});
