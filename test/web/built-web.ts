import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
export const WEB_SOURCES = join(ROOT, 'src', 'web');

export function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** The folder of the built pages, built once for the sources as they are. */
export function builtWeb(): string {
  const hash = createHash('sha256').update('production');
  for (const path of filesUnder(WEB_SOURCES).sort()) hash.update(path).update(readFileSync(path));
  const folder = join(tmpdir(), `redress-web-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  const own = `${folder}-${randomUUID()}`;
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join(WEB_SOURCES, 'vite.config.mjs');
  execFileSync(process.execPath, [vite, 'build', '--config', config, '--outDir', own, '--logLevel', 'error'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' }, // not the libraries' development builds, which `test` means
  });
  try {
    renameSync(own, folder);
  } catch {
    rmSync(own, { recursive: true, force: true }); // another suite built the same meanwhile
  }
  return folder;
}
