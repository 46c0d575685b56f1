import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RedressError } from '../errors.js';
import { connect, databaseFile, filesFolder, type Connected, type StorageOptions } from './connect.js';
import { copyRows } from './copy-desk.js';
import { fingerprints, type Fingerprint } from './every-row.js';
import { folderBlobs } from './file-store.js';
import { snapshot } from './snapshot.js';

/** What a backup holds; written last, so that a folder without it is no backup. */
export interface Manifest {
  madeAt: string;
  /** The version of what is stored; 0 where nobody stamped it. */
  schema: number;
  collections: Record<string, Fingerprint>;
  files: string[];
}

const MANIFEST = 'manifest.json';

/**
 * Writes a backup of an embedded desk into the new folder `target`, also while the desk runs: one consistent state of the
 * database, and all evidence that it speaks of. Throws an error of the catalogue.
 */
export async function backUp(dataDir: string, target: string, now: Date): Promise<Manifest> {
  if (!existsSync(databaseFile(dataDir)))
    throw new RedressError('BAD_CONFIGURATION', 'DATA_DIR: there is no desk in it.');
  return write(target, now, async (folder) => {
    snapshot(databaseFile(dataDir), databaseFile(folder));
    return copyFiles(dataDir, folder, copyFile);
  });
}

/** The same before a migration, on either engine; evidence is never migrated, so that no second copy of it is made. */
export async function backUpBeforeMigration(
  { models }: Connected,
  target: string,
  { mongodbUri, dataDir, now }: StorageOptions,
): Promise<void> {
  if (existsSync(join(target, MANIFEST))) return; // made before a crash; what stands now may be half migrated
  await write(target, now(), async (folder) => {
    if (mongodbUri === undefined) {
      snapshot(databaseFile(dataDir), databaseFile(folder));
      return copyFiles(dataDir, folder, (from, to) => link(from, to).catch(() => copyFile(from, to)));
    }
    const copy = await connect({ dataDir: folder });
    await copyRows(models, copy.models).finally(copy.close);
    return [];
  });
}

async function write(target: string, now: Date, fill: (folder: string) => Promise<string[]>): Promise<Manifest> {
  if (existsSync(target)) throw new RedressError('BAD_CONFIGURATION', `${target} is there already; name a new folder.`);
  const folder = `${target}.partial`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files = await fill(folder);
  const copy = await connect({ dataDir: folder });
  let manifest: Manifest;
  try {
    const collections = await fingerprints(copy.models);
    const schema = (await copy.models.settings.collection.findOne({ _id: 'schema' as never })) as {
      value?: string;
    } | null;
    manifest = { madeAt: now.toISOString(), schema: Number(schema?.value ?? 0), collections, files };
  } finally {
    await copy.close();
  }
  await rm(join(folder, 'desk.lock'), { force: true });
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest, null, 2), { flush: true });
  await rename(folder, target);
  return manifest;
}

/** Copies all evidence; what is added meanwhile belongs to no row of the snapshot. */
export async function copyFiles(
  from: string,
  to: string,
  copy: (source: string, target: string) => Promise<unknown>,
): Promise<string[]> {
  const [source, target] = [folderBlobs(filesFolder(from)), folderBlobs(filesFolder(to))];
  const files = await source.all();
  for (const sha256 of files) {
    await mkdir(dirname(target.pathOf(sha256)), { recursive: true });
    await copy(source.pathOf(sha256), target.pathOf(sha256));
  }
  return files;
}

/** Throws when the folder is no whole backup. */
export async function readManifest(backup: string): Promise<Manifest> {
  const text = await readFile(join(backup, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) throw new RedressError('BAD_CONFIGURATION', `${backup}: there is no backup in it.`);
  try {
    return JSON.parse(text) as Manifest;
  } catch (error) {
    throw new RedressError('BAD_CONFIGURATION', `${backup}: its ${MANIFEST} is damaged.`, undefined, { cause: error });
  }
}
