import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RequestHandler } from 'express';

const pack = promisify(gzip);
const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/**
 * Scripts and styles gzipped for browsers that take them so, each packed once: their names hold a hash of what is in
 * them. Whatever it does not know it leaves to the next handler.
 */
export function packedAssets(folder: string, maxAgeSeconds: number): RequestHandler {
  const packed = new Map<string, Promise<Buffer>>();
  return async (request, response, next) => {
    const { path, method } = request;
    const type = TYPES[extname(path)];
    const known = /^\/[\w.-]+$/.test(path) && !path.includes('..');
    response.vary('Accept-Encoding');
    if (!type || !known || method !== 'GET' || !request.acceptsEncodings('gzip')) return next();
    const made = packed.get(path) ?? readFile(join(folder, path)).then((bytes) => pack(bytes));
    packed.set(path, made);
    const bytes = await made.catch(() => void packed.delete(path));
    if (!bytes) return next();
    response.set({
      'Content-Type': type,
      'Content-Encoding': 'gzip',
      'Cache-Control': `public, max-age=${maxAgeSeconds}, immutable`,
    });
    response.send(bytes);
  };
}
