import { Router } from 'express';
import { z } from 'zod';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { visibleConversation } from './conversation-routes.js';
import type { WhoIsThere } from './presence.js';
import { senderOf } from './session.js';

export const Here = z.strictObject({ here: z.boolean().default(true), typing: z.boolean().default(false) });

/** One says that one looks at a conversation, or writes in it; again every few seconds as long as that is so. */
export function presenceRoutes(ports: StaffPorts, who: WhoIsThere): Router {
  const router = Router();
  router.post('/conversations/:id/presence', async (request, response) => {
    const { person } = senderOf(response);
    const { id } = await visibleConversation(ports, String(request.params.id), person);
    await who.tell(id, person.name, read(Here, request.body ?? {}));
    response.sendStatus(204);
  });
  return router;
}
