import { Router } from 'express';
import { RedressError } from '../errors.js';
import type { Stores } from '../domain/ports.js';
import type { SignedLinks } from './token.js';

const PURPOSE = 'file';

/** The path of a file that a person of the desk gave a customer, for whoever has the link. */
export function fileLink(links: SignedLinks, fileId: string, now: Date): string {
  return `/files/${encodeURIComponent(fileId)}?key=${links.key(PURPOSE, fileId, now)}`;
}

interface Needs {
  stores: Pick<Stores, 'files'>;
  links: SignedLinks;
  now(): Date;
}

/** Files by their signed links; never opened by the browser as a page. */
export function fileLinkRoutes({ stores, links, now }: Needs): Router {
  const router = Router();
  router.get('/:fileId', async (request, response) => {
    const { fileId } = request.params;
    const file = links.verify(PURPOSE, fileId, request.query.key, now()) ? await stores.files.find(fileId) : undefined;
    const bytes = file && (await stores.files.get(file.sha256));
    if (!bytes) throw new RedressError('NOT_FOUND', 'This link opens nothing.');
    response
      .attachment(file.name)
      .set({
        'Content-Type': file.type,
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cache-Control': 'private, max-age=3600',
      })
      .send(bytes);
  });
  return router;
}
