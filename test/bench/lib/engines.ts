import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../../src/storage/connect.js';

/** A storage of its own for one run, as the environment of a process, and how to be rid of it. */
export interface Place {
  env: { DATA_DIR: string; MONGODB_URI?: string };
  dispose(): Promise<void>;
}

export interface Engine {
  name: 'embedded' | 'MongoDB';
  place(): Place;
}

/** The engines to measure: the embedded one, and MongoDB where `MONGODB_URI` names a server. */
export function engines(): Engine[] {
  const server = process.env.MONGODB_URI;
  const all: Engine[] = [{ name: 'embedded', place: () => folder() }];
  if (server) all.push({ name: 'MongoDB', place: () => database(server) });
  return all;
}

function folder(): Place {
  const path = mkdtempSync(join(tmpdir(), 'redress-bench-'));
  return { env: { DATA_DIR: path }, dispose: async () => rmSync(path, { recursive: true, force: true }) };
}

function database(server: string): Place {
  const uri = new URL(server);
  uri.pathname = `/bench_${process.pid}_${randomBytes(4).toString('hex')}`;
  const files = folder();
  return {
    env: { ...files.env, MONGODB_URI: uri.href },
    async dispose() {
      const { models, close } = await connect({ mongodbUri: uri.href, dataDir: files.env.DATA_DIR });
      await models.settings.db.dropDatabase();
      await close();
      await files.dispose();
    },
  };
}
