import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { type Connection, type Mongoose } from 'mongoose';
import { embeddedDriver } from '../../../../src/storage/embedded/driver.js';

export interface EmbeddedDesk {
  readonly connection: Connection;
  readonly file: string;
  /** Closes the file and opens it again, as a restart does. */
  reopen(): Promise<Connection>;
  /** Closes the file and removes its folder. */
  discard(): Promise<void>;
}

export function embeddedMongoose(synchronous: 'NORMAL' | 'FULL' = 'NORMAL'): Mongoose {
  return new mongoose.Mongoose().setDriver(embeddedDriver({ synchronous }));
}

/** A fresh embedded desk in a folder of its own. */
export async function openDesk(): Promise<EmbeddedDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-embedded-'));
  const file = join(folder, 'desk.db');
  const open = async (): Promise<Connection> => embeddedMongoose().createConnection(`file:${file}`).asPromise();
  let connection = await open();
  return {
    get connection() {
      return connection;
    },
    file,
    reopen: async () => {
      await connection.close();
      connection = await open();
      return connection;
    },
    discard: async () => {
      await connection.close();
      rmSync(folder, { recursive: true });
    },
  };
}
