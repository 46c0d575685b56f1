import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { TextReader } from '../domain/ports.js';
import { RedressError } from '../errors.js';
import type { Engine } from './case-search.js';
import { embeddedDriver } from './embedded/driver.js';
import { DeskHeld, DeskUnwritable, holdDesk, type HeldDesk } from './embedded/desk-lock.js';
import { folderBlobs, gridBlobs, type Blobs } from './file-store.js';
import { modelsOf, type Models } from './models.js';
import { damageOf, rebuildTextIndex, settle } from './snapshot.js';

export interface StorageOptions {
  /** A MongoDB to use; else the embedded engine in `dataDir`. */
  mongodbUri?: string;
  dataDir: string;
  now(): Date;
  /** For the search of cases; absent: texts are searched as they are written. */
  reader?: TextReader;
  /** NORMAL survives a killed process; FULL also a power cut, at about twice the cost a write. */
  synchronous?: 'NORMAL' | 'FULL';
}

/** The collections of one desk and its evidence, as they are: nothing is made, migrated or checked. */
export interface Connected {
  models: Models;
  blobs: Blobs;
  engine: Engine;
  close(): Promise<void>;
}

const MONGODB_PATIENCE_MS = 5000;
/** A server that holds a connection and says nothing counts as gone. */
const MONGODB_SILENCE_MS = 15_000;
/** Up to this size a file is checked whole at every start; it takes less than a second. */
const CHEAP_BYTES = 128 * 1024 * 1024;

export const databaseFile = (dataDir: string): string => join(dataDir, 'desk.db');
export const filesFolder = (dataDir: string): string => join(dataDir, 'files');

/** Connects to a desk's storage. Throws an error of the catalogue when it cannot. */
export async function connect(options: Omit<StorageOptions, 'now'>): Promise<Connected> {
  const instance = new mongoose.Mongoose();
  const engine = options.mongodbUri ? 'mongodb' : 'embedded';
  const held = options.mongodbUri ? undefined : hold(options.dataDir);
  try {
    if (held) {
      refuseDamaged(databaseFile(options.dataDir));
      instance.setDriver(embeddedDriver({ synchronous: options.synchronous ?? 'NORMAL' }) as never);
    }
    const uri = options.mongodbUri ?? `file:${databaseFile(options.dataDir)}`;
    const connection = instance.createConnection(uri, {
      serverSelectionTimeoutMS: MONGODB_PATIENCE_MS,
      socketTimeoutMS: MONGODB_SILENCE_MS,
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
      ignoreUndefined: true,
    });
    await connection.asPromise();
    return {
      engine,
      models: modelsOf(connection, engine),
      blobs: options.mongodbUri
        ? gridBlobs(connection, mongoose.mongo.GridFSBucket as never)
        : folderBlobs(filesFolder(options.dataDir)),
      async close() {
        await connection.close();
        if (!held) return;
        settle(databaseFile(options.dataDir));
        held.release();
      },
    };
  } catch (error) {
    held?.release();
    throw cannotOpen(error, options);
  }
}

/** What the operator can do about a storage that does not open. */
export function cannotOpen(error: unknown, { mongodbUri }: { mongodbUri?: string }): RedressError {
  if (error instanceof RedressError) return error;
  const why = mongodbUri
    ? 'MONGODB_URI: no MongoDB answers there; check that it runs, its address and its credentials.'
    : isDamage(error)
      ? damaged('it cannot be read')
      : 'DATA_DIR: the data in it cannot be opened; it may be damaged or of another program.';
  return new RedressError('STORAGE_UNREACHABLE', why, undefined, { cause: error });
}

const isDamage = (error: unknown) =>
  ['SQLITE_CORRUPT', 'SQLITE_NOTADB'].includes(String((error as { code?: unknown })?.code));

function damaged(what: string): string {
  return `DATA_DIR: desk.db is damaged (${what}); "npm run doctor" lists what is wrong, "npm run restore -- BACKUP" brings a backup back into an empty folder.`;
}

/** Bytes that were lost or changed are found before anything is written beside them. */
/** What can be made anew from the rows is mended first. */
function refuseDamaged(file: string): void {
  if (!existsSync(file) || statSync(file).size > CHEAP_BYTES) return;
  let [first] = damageOf(file, 1);
  if (first !== undefined && rebuildTextIndex(file, first)) [first] = damageOf(file, 1);
  if (first !== undefined) throw new RedressError('STORAGE_UNREACHABLE', damaged(first));
}

/** Keeps every other process out of the folder. Throws DESK_HELD or STORAGE_UNREACHABLE. */
export function hold(dataDir: string): HeldDesk {
  try {
    return holdDesk(dataDir);
  } catch (error) {
    if (error instanceof DeskHeld) {
      throw new RedressError(
        'DESK_HELD',
        'DATA_DIR: another process is using this desk; stop it first, or choose another folder.',
        undefined,
        { cause: error },
      );
    }
    if (error instanceof DeskUnwritable) {
      throw new RedressError(
        'STORAGE_UNREACHABLE',
        'DATA_DIR: the folder cannot be made or written; choose another, or change its permissions.',
        undefined,
        { cause: error },
      );
    }
    throw error;
  }
}
