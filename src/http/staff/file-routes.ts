import { Router } from 'express';
import { z } from 'zod';
import type { Person } from '../../domain/staff.js';
import { RedressError } from '../../errors.js';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { visibleCase } from './case-routes.js';
import { visibleConversation } from './conversation-routes.js';
import { senderOf } from './session.js';

const MESSAGES = 5000;

export const FileQuery = z
  .object({ case: z.string().min(1).max(60).optional(), conversation: z.string().min(1).max(100).optional() })
  .refine((query) => (query.case === undefined) !== (query.conversation === undefined), {
    message: 'name the case or the conversation that the file belongs to',
    path: ['case'],
  });

/** What customers sent, for those who see the case or conversation; never opened by the browser as a page. */
export function fileRoutes(ports: StaffPorts): Router {
  const router = Router();
  router.get('/files/:sha256', async (request, response) => {
    const files = await filesOf(ports, read(FileQuery, request.query), senderOf(response).person);
    const found = files.find(({ sha256 }) => sha256 === request.params.sha256);
    const bytes = found?.sha256 && (await ports.stores.files.get(found.sha256));
    if (!bytes) throw new RedressError('NOT_FOUND', 'There is no such file.');
    response
      .attachment(found.name)
      .set({ 'Content-Type': found.type, 'Content-Security-Policy': "default-src 'none'; sandbox" })
      .send(bytes);
  });
  return router;
}

async function filesOf(
  ports: StaffPorts,
  { case: number, conversation: id }: z.output<typeof FileQuery>,
  person: Person,
): Promise<{ name: string; type: string; sha256?: string }[]> {
  if (number !== undefined) return (await visibleCase(ports, number, person)).evidence;
  const conversation = await visibleConversation(ports, id!, person);
  const messages = await ports.stores.messages.page(conversation.id, 0, MESSAGES);
  return messages.flatMap(({ files }) => files);
}
