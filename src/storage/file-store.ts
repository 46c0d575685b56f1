import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Connection, Model } from 'mongoose';
import type { FileStore, StoredFile } from '../domain/ports.js';
import { withoutAbsent } from '../domain/without-absent.js';
import type { Row } from './models.js';
import { fromRow, inserted } from './row.js';

const SHA256 = /^[0-9a-f]{64}$/;

/** Where bytes are kept under their SHA-256. */
export interface Blobs {
  write(sha256: string, bytes: Buffer): Promise<void>;
  read(sha256: string): Promise<Buffer | undefined>;
  /** The hashes of all that is kept. */
  all(): Promise<string[]>;
}

/** Blobs that are files. */
export interface FolderBlobs extends Blobs {
  pathOf(sha256: string): string;
}

export function fileStore({ collection }: Model<Row>, blobs: Blobs): FileStore {
  /** Several may bring the same bytes at once: they are written once. */
  const writing = new Map<string, Promise<void>>();
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const written = writing.get(sha256) ?? blobs.write(sha256, bytes).finally(() => writing.delete(sha256));
      writing.set(sha256, written);
      await written;
      return { sha256, size: bytes.length };
    },
    get: (sha256) => blobs.read(sha256),
    async register({ fileId, ...rest }: StoredFile) {
      await inserted(collection.insertOne(withoutAbsent({ _id: fileId, ...rest }) as never));
    },
    find: async (fileId) =>
      fromRow<StoredFile>((await collection.findOne({ _id: fileId as never })) as Row | null, 'fileId'),
  };
}

/** A folder of files named by their hash; a file appears whole or not at all. */
export function folderBlobs(folder: string): FolderBlobs {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    pathOf,
    async all() {
      const names = await readdir(folder, { recursive: true }).catch(() => []);
      return names.map((name) => basename(name)).filter((name) => SHA256.test(name));
    },
    async write(sha256, bytes) {
      const path = pathOf(sha256);
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
      const partial = `${path}.${process.pid}.part`;
      await writeFile(partial, bytes, { flush: true });
      await rename(partial, path);
    },
    read: (sha256) =>
      readFile(pathOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      }),
  };
}

/** GridFS, by hash as the file's name: processes that bring the same bytes at once each keep a file of their own. */
export function gridBlobs(
  connection: Connection,
  GridFSBucket: new (db: never, options: { bucketName: string }) => unknown,
): Blobs {
  const bucket = new GridFSBucket(connection.db as never, { bucketName: 'evidence' }) as {
    find(filter: object): { limit(n: number): { toArray(): Promise<{ filename: string }[]> } };
    openUploadStream(name: string): NodeJS.WritableStream;
    openDownloadStreamByName(name: string): AsyncIterable<Buffer>;
  };
  const has = async (sha256: string) => (await bucket.find({ filename: sha256 }).limit(1).toArray()).length > 0;
  return {
    all: async () => [...new Set((await bucket.find({}).limit(0).toArray()).map(({ filename }) => filename))],
    async write(sha256, bytes) {
      if (await has(sha256)) return;
      const stream = bucket.openUploadStream(sha256);
      await new Promise<void>((resolve, reject) => {
        stream.once('finish', () => resolve()).once('error', reject);
        stream.end(bytes);
      });
    },
    async read(sha256) {
      if (!(await has(sha256))) return undefined;
      const chunks: Buffer[] = [];
      for await (const chunk of bucket.openDownloadStreamByName(sha256)) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}
