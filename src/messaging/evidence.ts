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

/** The rules for evidence wherever it comes from; throws FILE_REFUSED or TOO_LARGE with the reason. */
export async function checkEvidence(name: string, bytes: Buffer): Promise<EvidenceFile> {
  const refuse = (message: string) => new RedressError('FILE_REFUSED', message, 'file');
  if (!name || name.length > 200) throw refuse('file: the name must have 1 to 200 characters.');
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  if (/[/\\\u0000-\u001f]|^\.\.?$/.test(name)) throw refuse('file: the name must not hold a path.');
  if (bytes.length === 0) throw refuse('file: it is empty.');
  if (bytes.length > FILE_LIMIT)
    throw new RedressError('TOO_LARGE', 'file: larger than 20 MB; send a smaller one.', 'file');
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (!type || !TAKEN.test(type))
    throw refuse('file: photos, audio, video and PDF are taken; this is none, whatever its name says.');
  return { name, type, bytes };
}
