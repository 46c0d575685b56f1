import { Router } from 'express';
import { z } from 'zod';
import { RedressError } from '../../errors.js';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { visibleCase } from './case-routes.js';
import { senderOf } from './session.js';

export const FileQuery = z.object({ case: z.string().min(1).max(60) });

/** Evidence of a case, for those who see the case; never opened by the browser as a page. */
export function fileRoutes(ports: StaffPorts): Router {
  const router = Router();
  router.get('/files/:sha256', async (request, response) => {
    const { person } = senderOf(response);
    const of = await visibleCase(ports, read(FileQuery, request.query).case, person);
    const found = of.evidence.find(({ sha256 }) => sha256 === request.params.sha256);
    const bytes = found && (await ports.stores.files.get(found.sha256));
    if (!bytes) throw new RedressError('NOT_FOUND', 'There is no such file.');
    response
      .attachment(found.name)
      .set({ 'Content-Type': found.type, 'Content-Security-Policy': "default-src 'none'; sandbox" })
      .send(bytes);
  });
  return router;
}
