import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from './child.js';

const ROOT = resolve(import.meta.dirname, '../../..');
const SETTLE_MS = 4000;

/** Megabytes of a built desk that has just started with the web chat only; undefined where the system does not tell. */
export async function memoryAtStart(): Promise<number | undefined> {
  if (!existsSync('/proc/self/status')) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'));
  const env = { PATH: process.env.PATH, DATA_DIR: folder, PORT: String(await freePort()), LOG_LEVEL: 'error' };
  const desk = spawn(process.execPath, [join(ROOT, 'dist/src/main.js')], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(desk, 'exit');
  try {
    let said = '';
    for await (const part of desk.stdout) if ((said += String(part)).includes('answers at')) break;
    await new Promise((settled) => setTimeout(settled, SETTLE_MS));
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${desk.pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } finally {
    desk.kill();
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}
