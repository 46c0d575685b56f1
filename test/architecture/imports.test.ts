import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** Which room a file is in, and its level; imports point down only, and rooms of one level never import each other. */
const ROOMS: [prefix: string, level: number][] = [
  ['src/domain', 0],
  ['src/errors.ts', 0],
  ['src/operations', 1],
  ['src/messaging', 1],
  ['src/storage', 2],
  ['src/classification', 2],
  ['src/playbooks', 2],
  ['adapters', 2],
  ['dialogs', 2],
  ['src/http', 3],
  ['src/jobs', 3],
  ['src', 4],
];

/** A vendor's library stays behind its fence. */
const FENCES: [library: RegExp, allowed: RegExp][] = [
  [/^telegraf/, /^adapters\/telegram/],
  [/^botbuilder|^botframework/, /^adapters\/bot-framework/],
  [/^(mongoose|libsql|mingo|mongodb|bson)/, /^src\/storage\//],
  [/^natural/, /^src\/classification\//],
  [/^@node-rs\/jieba/, /^src\/classification\//],
  [/^opencc-js/, /^(src\/classification|dialogs\/understanding)\//],
  [/^yaml$/, /^src\/playbooks\//],
  [/^node-cron$/, /^src\/jobs\/schedule\.ts$/],
  [/^express$/, /^(src\/http\/|src\/app\.ts|adapters\/)/],
];

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (path === join('src', 'web')) return [];
    return statSync(join(ROOT, path)).isDirectory() ? filesIn(path) : path.endsWith('.ts') ? [path] : [];
  });
}

const importsOf = (text: string) =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
    ),
  ].map((match) => (match[1] ?? match[2] ?? match[3])!);

const roomOf = (file: string) => ROOMS.find(([prefix]) => file === prefix || file.startsWith(`${prefix}/`))!;

const FILES = ['src', 'adapters', 'dialogs'].flatMap(filesIn);
const IMPORTS = FILES.flatMap((file) =>
  importsOf(readFileSync(join(ROOT, file), 'utf8')).map((target) => ({ file, target })),
);

test('imports point down only, and rooms of one level never import each other', () => {
  const wrong = IMPORTS.filter(({ target }) => target.startsWith('.')).flatMap(({ file, target }) => {
    const imported = relative(ROOT, resolve(ROOT, dirname(file), target)).replace(/\.js$/, '.ts');
    const [room, level] = roomOf(file);
    const [otherRoom, otherLevel] = roomOf(imported);
    if (room === otherRoom || otherLevel < level) return [];
    return [
      `${file} (level ${level}) must not import ${imported} (level ${otherLevel}): what a room may not import arrives as a port from src/app.ts`,
    ];
  });
  expect(wrong).toEqual([]);
});

test('each vendor library is imported only behind its fence', () => {
  const wrong = IMPORTS.flatMap(({ file, target }) =>
    FENCES.filter(([library, allowed]) => library.test(target) && !allowed.test(file)).map(
      () => `${file} must not import ${target}`,
    ),
  );
  expect(wrong).toEqual([]);
});

test('natural is imported by sub-path only: the whole package reads .env and prints', () => {
  expect(IMPORTS.filter(({ target }) => target === 'natural')).toEqual([]);
});

test('time, randomness and the environment are read in one place each', () => {
  const impure = [/\bprocess\.env\b/, /\bDate\.now\(\)/, /\bnew Date\(\)/, /\bMath\.random\(\)/];
  const allowed = ['src/config.ts', 'src/system.ts'];
  const wrong = FILES.filter((file) => !allowed.includes(file)).flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return impure.filter((pattern) => pattern.test(text)).map((pattern) => `${file} holds ${pattern.source}`);
  });
  expect(wrong).toEqual([]);
});

test('files stay small: none above 300 lines but phrases, half of them under 80', () => {
  const sizes = FILES.filter((file) => !file.startsWith('dialogs/phrases/')).map((file) => ({
    file,
    lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length,
  }));
  expect(sizes.filter(({ lines }) => lines > 300)).toEqual([]);
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
});

test('rooms are found: the rules above look at real files', () => {
  expect(FILES.length).toBeGreaterThan(50);
  expect(IMPORTS.length).toBeGreaterThan(200);
});
