import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Compiles the product, where it changed, and the benchmarks' servers beside it: what is measured is what users run. */
export function build(): void {
  for (const part of [
    ['start.mjs', '--build-only'],
    ['node_modules/typescript/bin/tsc', '-p', 'test/bench/tsconfig.servers.json'],
  ])
    execFileSync(process.execPath, part, { cwd: ROOT, stdio: ['ignore', 2, 2] });
}
