import { join } from 'node:path';
import mongoose from 'mongoose';
import type { Stores } from '../domain/ports.js';
import { RedressError } from '../errors.js';
import { caseStore } from './case-store.js';
import { conversationStore } from './conversation-store.js';
import { recordStores } from './desk-stores.js';
import { embeddedDriver } from './embedded/driver.js';
import { DeskHeld, DeskUnwritable, holdDesk, type HeldDesk } from './embedded/desk-lock.js';
import { fileStore, folderBlobs, gridBlobs } from './file-store.js';
import { messageStore } from './message-store.js';
import { migrate } from './migrations.js';
import { modelsOf } from './models.js';
import { obligationStore } from './obligation-store.js';

export interface StorageOptions {
  /** A MongoDB to use; else the embedded engine in `dataDir`. */
  mongodbUri?: string;
  dataDir: string;
  now(): Date;
  /** NORMAL survives a killed process; FULL also a power cut, at about twice the cost a write. */
  synchronous?: 'NORMAL' | 'FULL';
}

const MONGODB_PATIENCE_MS = 5000;

/** Opens the storage and all stores over it; throws an error of the catalogue when it cannot. */
export async function openStorage(options: StorageOptions): Promise<Stores> {
  const instance = new mongoose.Mongoose();
  const held = options.mongodbUri ? undefined : hold(options.dataDir);
  if (held) instance.setDriver(embeddedDriver({ synchronous: options.synchronous ?? 'NORMAL' }) as never);
  const uri = options.mongodbUri ?? `file:${join(options.dataDir, 'desk.db')}`;
  const connection = instance.createConnection(uri, {
    serverSelectionTimeoutMS: MONGODB_PATIENCE_MS,
    autoIndex: false,
    autoCreate: false,
    ignoreUndefined: true,
  });
  try {
    await connection.asPromise();
    const models = modelsOf(connection);
    const blobs = options.mongodbUri
      ? gridBlobs(connection, mongoose.mongo.GridFSBucket as never)
      : folderBlobs(join(options.dataDir, 'files'));
    const records = recordStores(models, options.now);
    await migrate(records.settings);
    await Promise.all(Object.values(models).map((model) => model.createIndexes()));
    return {
      conversations: conversationStore(models.conversations),
      messages: messageStore(models.messages),
      cases: caseStore(models.cases),
      obligations: obligationStore(models.obligations),
      files: fileStore(models.files, blobs),
      ...records,
      ping: async () =>
        void (await models.settings.collection.findOne({ _id: 'schema' as never }, { maxTimeMS: 2000 })),
      async close() {
        await connection.close();
        held?.release();
      },
    };
  } catch (error) {
    await connection.close().catch(() => undefined);
    held?.release();
    if (error instanceof RedressError) throw error;
    throw options.mongodbUri
      ? new RedressError(
          'STORAGE_UNREACHABLE',
          'MONGODB_URI: no MongoDB answers there; check that it runs, its address and its credentials.',
          undefined,
          { cause: error },
        )
      : new RedressError(
          'STORAGE_UNREACHABLE',
          'DATA_DIR: the data in it cannot be opened; it may be damaged or of another program.',
          undefined,
          { cause: error },
        );
  }
}

function hold(dataDir: string): HeldDesk {
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
