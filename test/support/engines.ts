import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage } from '../../src/storage/open-storage.js';
import { textReader as reader } from '../../src/classification/text-reader.js';
import type { Stores } from '../../src/domain/ports.js';

/** A fresh storage of one engine, and how to be rid of it. */
export interface Opened {
  stores: Stores;
  dispose(): Promise<void>;
}

const embedded = async (now: () => Date): Promise<Opened> => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-stores-'));
  const stores = await openStorage({ dataDir: folder, now, reader });
  return {
    stores,
    async dispose() {
      await stores.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const mongodb = async (now: () => Date): Promise<Opened> => {
  const stores = await openStorage({
    mongodbUri: databaseUri(`stores_${randomUUID()}`),
    dataDir: tmpdir(),
    now,
    reader,
  });
  return { stores, dispose: () => stores.close() };
};

/** The MongoDB of the environment with another database. */
export function databaseUri(name: string): string {
  const uri = new URL(process.env.MONGODB_URI!);
  uri.pathname = `/${name}`;
  return uri.href;
}

/** Each engine a suite runs on; one that cannot run says why. */
export function describeOnEachEngine(name: string, suite: (open: (now: () => Date) => Promise<Opened>) => void): void {
  describe(`${name}, embedded`, () => suite(embedded));
  const there = Boolean(process.env.MONGODB_URI);
  if (!there) console.log(`skipped: ${name} on MongoDB: MONGODB_URI is not set`);
  (there ? describe : describe.skip)(`${name}, MongoDB`, () => suite(mongodb));
}
