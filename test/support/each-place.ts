import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUri } from './engines.js';

/** Where a desk of its own process keeps what it stores. */
export interface Place {
  dataDir: string;
  mongodbUri?: string;
  env: Record<string, string>;
  dispose(): void;
}

export function embeddedPlace(): Place {
  const dataDir = mkdtempSync(join(tmpdir(), 'redress-fault-'));
  return { dataDir, env: { DATA_DIR: dataDir }, dispose: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** A fresh database of the server that MONGODB_URI names. */
export function mongodbPlace(): Place {
  const folder = embeddedPlace();
  const mongodbUri = databaseUri(`fault_${process.pid}_${randomBytes(4).toString('hex')}`);
  return { ...folder, mongodbUri, env: { ...folder.env, MONGODB_URI: mongodbUri } };
}

/** Runs a test on each engine; one that cannot run says why. */
export function onEachEngine(name: string, work: (place: Place) => Promise<void>, ms: number): void {
  const run = (place: () => Place) => async () => {
    const here = place();
    await work(here).finally(here.dispose);
  };
  test(`${name}, embedded`, run(embeddedPlace), ms);
  onMongodb(name, work, ms);
}

export function onMongodb(name: string, work: (place: Place) => Promise<void>, ms: number): void {
  const there = Boolean(process.env.MONGODB_URI);
  if (!there) console.log(`skipped: ${name}, MongoDB: MONGODB_URI is not set`);
  const run = async () => {
    const here = mongodbPlace();
    await work(here).finally(here.dispose);
  };
  (there ? test : test.skip)(`${name}, MongoDB`, run, ms);
}
