// Builds what is not built yet (or is older than its sources), then runs it. `--build-only` stops after the build; `--run FILE` runs another compiled file.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const bin = (name) => join(root, 'node_modules', ...name.split('/'));

const PARTS = [
  {
    name: 'server',
    from: ['src', 'adapters', 'dialogs', 'tsconfig.json', 'tsconfig.build.json'],
    skip: join(root, 'src', 'web'),
    run: [bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
  },
  {
    name: 'web',
    from: ['src/web'],
    run: [bin('vite/bin/vite.js'), 'build', '--config', 'src/web/vite.config.mjs', '--logLevel', 'warn'],
  },
];

function newest(path, skip) {
  if (path === skip || !existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name), skip)));
}

function build({ name, from, skip, run }) {
  const stamp = join(root, 'dist', `.built-${name}`);
  const changed = Math.max(...from.map((part) => newest(join(root, part), skip)));
  if (existsSync(stamp) && statSync(stamp).mtimeMs > changed) return;
  rmSync(stamp, { force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, run, { cwd: root, encoding: 'utf8' });
  if (status !== 0) {
    console.error(`The ${name} does not build:\n${stdout}${stderr}`);
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
}

const [first, file] = process.argv.slice(2);
for (const part of PARTS) build(part);
if (first !== '--build-only') {
  const target = first === '--run' ? file : 'src/main.js';
  process.argv.splice(1, first === '--run' ? 3 : 1, join(root, 'dist', target));
  await import(pathToFileURL(join(root, 'dist', target)).href);
}
