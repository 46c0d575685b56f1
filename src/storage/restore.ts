import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RedressError } from '../errors.js';
import { copyFiles, readManifest, type Manifest } from './backup.js';
import { connect, databaseFile, filesFolder, hold, type Connected } from './connect.js';
import { copyDesk, refuseDifference } from './copy-desk.js';
import { fingerprints } from './every-row.js';
import { SCHEMA } from './migrations.js';

/** Brings a backup back into an empty desk of either engine; nothing stands there before all of it is proved whole. */
export async function restore(
  backup: string,
  { mongodbUri, dataDir }: { mongodbUri?: string; dataDir: string },
): Promise<Manifest> {
  const manifest = await readManifest(backup);
  if (manifest.schema > SCHEMA)
    throw new RedressError('NEWER_DATA', `${backup} was made by a newer version; restore it with that version.`);
  if (mongodbUri === undefined) await intoFolder(backup, dataDir, manifest);
  else await intoMongodb(backup, mongodbUri, manifest);
  return manifest;
}

async function intoFolder(backup: string, dataDir: string, manifest: Manifest): Promise<void> {
  const held = hold(dataDir);
  const staging = join(dataDir, '.restoring');
  try {
    const evidence = await readdir(filesFolder(dataDir)).catch(() => []);
    if (existsSync(databaseFile(dataDir)) || evidence.length > 0)
      throw new RedressError('BAD_CONFIGURATION', 'DATA_DIR: there is a desk in it already; name an empty folder.');
    await rm(staging, { recursive: true, force: true });
    await stage(backup, staging, manifest, (copy) => copy.close());
    if (existsSync(filesFolder(staging))) {
      await rm(filesFolder(dataDir), { recursive: true, force: true });
      await rename(filesFolder(staging), filesFolder(dataDir));
    }
    await rename(databaseFile(staging), databaseFile(dataDir));
  } finally {
    await rm(staging, { recursive: true, force: true });
    held.release();
  }
}

async function intoMongodb(backup: string, mongodbUri: string, manifest: Manifest): Promise<void> {
  const staging = await mkdtemp(join(tmpdir(), 'redress-restore-'));
  const target = await connect({ mongodbUri, dataDir: staging });
  try {
    await stage(backup, staging, manifest, async (copy) => {
      await copyDesk(copy, target, 'MONGODB_URI').finally(copy.close);
    });
  } finally {
    await target.close();
    await rm(staging, { recursive: true, force: true });
  }
}

/** A copy of the backup that is proved to be what was backed up. */
async function stage(
  backup: string,
  staging: string,
  manifest: Manifest,
  use: (copy: Connected) => Promise<void>,
): Promise<void> {
  await mkdir(staging, { recursive: true });
  const files = await copyFiles(backup, staging, copyFile);
  await copyFile(databaseFile(backup), databaseFile(staging)).catch((error: unknown) => {
    throw new RedressError('STORAGE_UNREACHABLE', `${backup}: its desk.db cannot be read.`, undefined, {
      cause: error,
    });
  });
  const copy = await connect({ dataDir: staging });
  try {
    refuseDifference(manifest.collections, await fingerprints(copy.models));
    for (const sha256 of manifest.files) {
      const bytes = files.includes(sha256) ? await copy.blobs.read(sha256) : undefined;
      if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256)
        throw new RedressError('STORAGE_UNREACHABLE', `${backup}: the file ${sha256} in it is missing or damaged.`);
    }
  } catch (error) {
    await copy.close();
    throw error;
  }
  await use(copy);
}
