import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RedressError } from '../errors.js';
import { checkDesk, type Checked } from './checks.js';
import { connect, databaseFile, filesFolder } from './connect.js';
import { folderBlobs } from './file-store.js';
import { damageOf, snapshot } from './snapshot.js';

const LINES = 20;

/**
 * Checks a desk of either engine, also while it runs. An embedded one is looked at in a copy of one moment, so that the
 * running desk is neither written nor held up.
 */
export async function examine(
  { mongodbUri, dataDir }: { mongodbUri?: string; dataDir: string },
  now: Date,
): Promise<Checked> {
  if (mongodbUri !== undefined) {
    const desk = await connect({ mongodbUri, dataDir });
    return checkDesk(desk, now).finally(desk.close);
  }
  const file = databaseFile(dataDir);
  if (!existsSync(file)) throw new RedressError('BAD_CONFIGURATION', 'DATA_DIR: there is no desk in it.');
  const damage = damageOf(file, LINES);
  if (damage.length > 0)
    return { counts: {}, findings: damage.map((line) => ({ what: 'damage', where: [line], times: 1 })) };
  const folder = await mkdtemp(join(tmpdir(), 'redress-doctor-'));
  try {
    snapshot(file, databaseFile(folder));
    const { models, engine, close } = await connect({ dataDir: folder });
    return await checkDesk({ models, engine, blobs: folderBlobs(filesFolder(dataDir)) }, now).finally(close);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
