import busboy from 'busboy';
import type { Request } from 'express';
import { fileTypeFromBuffer } from 'file-type';
import { RedressError } from '../../errors.js';

export const FILE_LIMIT = 20 * 1024 * 1024;

/** What evidence may be, by magic number. */
const TAKEN =
  /^(image\/(jpeg|png|gif|webp|heic|heif|avif|bmp|tiff)|audio\/.+|video\/(mp4|quicktime|webm|3gpp|x-matroska|mpeg)|application\/(pdf|ogg))$/;

export interface Upload {
  name: string;
  type: string;
  bytes: Buffer;
}

/** Reads one file in the form field `file`; refuses with the reason. The rest of a refused body is read and dropped. */
export function readUpload(request: Request): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const refuse = (code: 'FILE_REFUSED' | 'TOO_LARGE' | 'BAD_REQUEST', message: string) => {
      request.unpipe();
      request.resume();
      reject(new RedressError(code, message, 'file'));
    };
    if (Number(request.headers['content-length']) > FILE_LIMIT + 64 * 1024)
      return refuse('TOO_LARGE', 'file: larger than 20 MB; send a smaller one.');
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: request.headers,
        preservePath: true,
        defParamCharset: 'utf8',
        limits: { files: 1, fileSize: FILE_LIMIT, fields: 10 },
      });
    } catch {
      return refuse('BAD_REQUEST', 'file: send one file as multipart/form-data in the field "file".');
    }
    let found = false;
    parser.on('file', (field, stream, { filename }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => refuse('TOO_LARGE', 'file: larger than 20 MB; send a smaller one.'));
      stream.on('close', () => {
        if (stream.truncated) return;
        if (field !== 'file') return refuse('BAD_REQUEST', 'file: send the file in the field "file".');
        found = true;
        check(filename ?? '', Buffer.concat(chunks)).then(resolve, reject);
      });
    });
    parser.on('close', () => found || refuse('BAD_REQUEST', 'file: there is no file in the form field "file".'));
    parser.on('error', () => refuse('BAD_REQUEST', 'file: the form is broken.'));
    request.pipe(parser);
  });
}

/** The rules for evidence wherever it comes from. */
export async function check(name: string, bytes: Buffer): Promise<Upload> {
  const refuse = (message: string) => new RedressError('FILE_REFUSED', message, 'file');
  if (!name || name.length > 200) throw refuse('file: the name must have 1 to 200 characters.');
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  if (/[/\\\u0000-\u001f]|^\.\.?$/.test(name)) throw refuse('file: the name must not hold a path.');
  if (bytes.length === 0) throw refuse('file: it is empty.');
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (!type || !TAKEN.test(type))
    throw refuse('file: photos, audio, video and PDF are taken; this is none, whatever its name says.');
  return { name, type, bytes };
}
