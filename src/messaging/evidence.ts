import { fileTypeFromBuffer } from 'file-type';
import { RedressError } from '../errors.js';

export const FILE_LIMIT = 20 * 1024 * 1024;

/** What evidence may be, by magic number. */
const TAKEN =
  /^(image\/(jpeg|png|gif|webp|heic|heif|avif|bmp|tiff)|audio\/.+|video\/(mp4|quicktime|webm|3gpp|x-matroska|mpeg)|application\/(pdf|ogg))$/;

export interface EvidenceFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** Why a file is not taken: customers read a phrase of this name, programs the message. */
export type FileFault = 'empty' | 'type' | 'name' | 'too_large';

export class EvidenceRefused extends RedressError {
  constructor(
    readonly fault: FileFault,
    message: string,
  ) {
    super(fault === 'too_large' ? 'TOO_LARGE' : 'FILE_REFUSED', message, 'file');
  }
}

/** The rules for evidence wherever it comes from; throws EvidenceRefused. */
export async function checkEvidence(name: string, bytes: Buffer): Promise<EvidenceFile> {
  if (!name || name.length > 200) throw new EvidenceRefused('name', 'file: the name must have 1 to 200 characters.');
  if (/[/\\\u0000-\u001f]|^\.\.?$/.test(name))
    throw new EvidenceRefused('name', 'file: the name must not hold a path.');
  if (bytes.length === 0) throw new EvidenceRefused('empty', 'file: it is empty.');
  if (bytes.length > FILE_LIMIT) throw new EvidenceRefused('too_large', 'file: larger than 20 MB; send a smaller one.');
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (!type || !TAKEN.test(type))
    throw new EvidenceRefused(
      'type',
      'file: photos, audio, video and PDF are taken; this is none, whatever its name says.',
    );
  return { name, type, bytes };
}
