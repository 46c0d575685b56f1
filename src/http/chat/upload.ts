import busboy from 'busboy';
import type { Request } from 'express';
import { RedressError } from '../../errors.js';
import { checkEvidence, FILE_LIMIT, type EvidenceFile } from '../../messaging/evidence.js';

/** Reads one file in the form field `file`; refuses with the reason. The rest of a refused body is read and dropped. */
export function readUpload(request: Request): Promise<EvidenceFile> {
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
        checkEvidence(filename ?? '', Buffer.concat(chunks)).then(resolve, reject);
      });
    });
    parser.on('close', () => found || refuse('BAD_REQUEST', 'file: there is no file in the form field "file".'));
    parser.on('error', () => refuse('BAD_REQUEST', 'file: the form is broken.'));
    request.pipe(parser);
  });
}
